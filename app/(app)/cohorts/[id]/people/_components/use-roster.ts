import { useEffect, useRef, useState } from 'react'
import { decodeAs, decodeText } from '@/lib/interop/roster/decode-text'
import type { Encoding } from '@/lib/interop/roster/encodings'
import type { ColumnRole, Separator } from '@/lib/interop/roster/reading'

/** A server action takes 1 MB, with the other fields of the form. */
const MOST_BYTES = 950_000

type Opened = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: Encoding
  readonly sure: boolean
}

/**
 * What the reader gives: text that was typed or comes from a file, and how it is to be read. The file
 * is decoded in the browser, so that another encoding shows at once what becomes of the names.
 * `changed` is called whenever something else would be read than before.
 */
export function useRoster(changed: () => void) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<Opened | null>(null)
  const [fileError, setFileError] = useState<string>()
  const [separator, setSeparator] = useState<Separator | ''>('')
  const [columns, setColumns] = useState<readonly ColumnRole[] | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const afresh = (next: string) => {
    setText(next)
    setSeparator('')
    setColumns(null)
    changed()
  }
  const open = async (chosen: File | undefined) => {
    setFile(null)
    setFileError(undefined)
    if (chosen === undefined) return
    if (chosen.size > MOST_BYTES) return setFileError(TOO_LONG)
    const bytes = await bytesOf(chosen)
    if (bytes === null) return setFileError(UNREADABLE)
    const fault = faultOf(bytes)
    if (fault !== null) return setFileError(fault)
    const { text: found, encoding, sure } = decodeText(bytes)
    setFile({ name: chosen.name, bytes, encoding, sure })
    afresh(found)
  }
  // A file may have been chosen before this page was ready.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once
  useEffect(() => {
    void open(input.current?.files?.[0])
  }, [])

  return {
    text,
    separator,
    columns,
    file,
    fileError,
    input,
    open,
    type: (typed: string) => {
      setText(typed)
      changed()
    },
    readAs: (encoding: Encoding) => {
      if (file === null) return
      setFile({ ...file, encoding })
      afresh(decodeAs(file.bytes, encoding))
    },
    divideBy: (chosen: Separator) => {
      setSeparator(chosen)
      setColumns(null)
      changed()
    },
    choose: (chosen: readonly ColumnRole[]) => {
      setColumns(chosen)
      changed()
    },
  }
}

const TOO_LONG =
  'This file is too long. At most 1 MB and 5,000 people can be read at once: divide it into several files.'
const UNREADABLE =
  'This file cannot be read. It may have been moved, changed or opened by another program. Choose it again.'

/** Null when the file has gone meanwhile, or may not be read. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

function faultOf(bytes: Uint8Array): string | null {
  const begins = (...first: number[]) => first.every((byte, at) => bytes[at] === byte)
  // Zip files, such as .xlsx and .ods; the older .xls; PDF.
  if (
    begins(0x50, 0x4b, 3, 4) ||
    begins(0xd0, 0xcf, 0x11, 0xe0) ||
    begins(0x25, 0x50, 0x44, 0x46)
  ) {
    return 'This is a workbook or a document, which cannot be read here. Save it as “CSV UTF-8” in your spreadsheet, or copy its cells and paste them above.'
  }
  return null
}
