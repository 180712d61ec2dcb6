import 'server-only'
import { DOCUMENT_LIMITS } from '../../documents/limits'
import { type ReadDocument, readDocument } from '../../documents/read-document'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'

/** Each takes a thread and its memory. */
const AT_ONCE = 2
let running = 0

/**
 * The text of a file that somebody chose, with blank lines between its paragraphs. Stores nothing. Throws
 * invalid_input with the reason when it has none, and too_many_attempts.
 */
export async function readUpload(
  _: InstructorScope,
  { bytes }: { readonly bytes: Uint8Array },
): Promise<string> {
  if (running >= AT_ONCE) {
    throw new AppError(
      'too_many_attempts',
      'Other documents are being read just now. Nothing was added. Choose the file again in a minute.',
    )
  }
  running += 1
  try {
    const read = await readDocument(bytes)
    if (read.kind === 'text') return read.text
    throw new AppError('invalid_input', `${WORDS[read.why]} Nothing was added.`)
  } finally {
    running -= 1
  }
}

type Why = Extract<ReadDocument, { kind: 'failed' }>['why']

const MB = 1024 * 1024
const COPY = 'Open it in its own program, and paste its text here.'
const DIVIDE = 'Divide it into several documents.'

export const MOST_BYTES = DOCUMENT_LIMITS.bytes
export const TOO_LARGE = `This file is larger than ${DOCUMENT_LIMITS.bytes / MB} MB. ${DIVIDE}`

const WORDS: Readonly<Record<Why, string>> = {
  empty: 'This file is empty.',
  'too-large': TOO_LARGE,
  encoding: `This file is neither a PDF nor a .docx document, and it is not text in UTF-8. ${COPY}`,
  password: 'This PDF is locked by a password. Save a copy without one, or paste its text here.',
  pages: `This PDF has more than ${DOCUMENT_LIMITS.pages} pages. ${DIVIDE}`,
  characters: `This document has more than ${DOCUMENT_LIMITS.characters} characters. ${DIVIDE}`,
  bomb: `This document unpacks to more than ${DOCUMENT_LIMITS.unpackedBytes / MB} MB, so it was not read. ${COPY}`,
  'no-docx': `This is an archive, but no .docx document. ${COPY}`,
  damaged: `This file is damaged, or it is not what its first bytes say. ${COPY}`,
  memory: `Reading this document takes more memory than it may. ${COPY}`,
  time: `Reading this document takes more than ${DOCUMENT_LIMITS.seconds} seconds. ${COPY}`,
  'no-text': `There is no text in this document. A scanned page is a picture: run text recognition over it first, or type it here.`,
}
