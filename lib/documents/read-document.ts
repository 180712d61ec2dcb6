import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DOCUMENT_LIMITS } from './limits'
import { type PdfLine, textOfPages } from './pdf-text'

/** Resolved from the checkout, where the server runs: a bundler would not find a thread's file. */
const WORKER = join('lib', 'documents', 'worker.mjs')

/** How often the memory of the process is looked at while a thread reads. */
const LOOK_MS = 250

type Why =
  | 'empty'
  | 'too-large'
  | 'encoding'
  | 'password'
  | 'pages'
  | 'characters'
  | 'bomb'
  | 'no-docx'
  | 'damaged'
  | 'memory'
  | 'time'
  | 'no-text'

export type ReadDocument =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly why: Why }

type Limits = {
  readonly memoryMb: number
  readonly seconds: number
  readonly unpackedBytes: number
}

/**
 * The text of a .txt, .md, .pdf or .docx file, with blank lines between its paragraphs. What it is, its
 * first bytes say. Never rejects.
 */
export async function readDocument(
  bytes: Uint8Array,
  limits: Limits = DOCUMENT_LIMITS,
): Promise<ReadDocument> {
  if (bytes.length === 0) return failed('empty')
  if (bytes.length > DOCUMENT_LIMITS.bytes) return failed('too-large')
  const format = formatOf(bytes)
  const read = format === 'text' ? plainText(bytes) : await inThread(format, bytes, limits)
  if (read.kind === 'failed') return read
  if (read.text.length > DOCUMENT_LIMITS.characters) return failed('characters')
  return read.text.trim() === '' ? failed('no-text') : read
}

const failed = (why: Why): ReadDocument => ({ kind: 'failed', why })

function formatOf(bytes: Uint8Array): 'pdf' | 'docx' | 'text' {
  const begins = (...first: number[]) => first.every((byte, at) => bytes[at] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  return begins(0x50, 0x4b, 3, 4) ? 'docx' : 'text'
}

function plainText(bytes: Uint8Array): ReadDocument {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // A picture or a program can be valid UTF-8 too, but no text has such characters.
    return text.includes('\0') ? failed('encoding') : { kind: 'text', text }
  } catch {
    return failed('encoding')
  }
}

type Found =
  | { readonly kind: 'pages'; readonly pages: readonly (readonly PdfLine[])[] }
  | ReadDocument

function inThread(
  format: 'pdf' | 'docx',
  bytes: Uint8Array,
  limits: Limits,
): Promise<ReadDocument> {
  return new Promise((resolve) => {
    const file = join(process.cwd(), WORKER)
    const worker = new Worker(/* turbopackIgnore: true */ file, {
      workerData: { format, bytes, limits: { ...DOCUMENT_LIMITS, ...limits } },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      // What a file makes a parser say belongs in no log.
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => finish(failed('time')), limits.seconds * 1000)
    // The limit of the thread bounds the objects of JavaScript. A stream is unpacked beside them, into
    // memory that only the whole process counts.
    const most = process.memoryUsage.rss() + limits.memoryMb * 2 ** 20
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) finish(failed('memory'))
    }, LOOK_MS)
    const finish = (read: ReadDocument) => {
      clearTimeout(timer)
      clearInterval(watch)
      void worker.terminate()
      resolve(read)
    }
    worker.once('message', (found: Found) =>
      finish(found.kind === 'pages' ? { kind: 'text', text: textOfPages(found.pages) } : found),
    )
    worker.once('error', (error) => finish(failed(isOutOfMemory(error) ? 'memory' : 'damaged')))
    worker.once('exit', () => finish(failed('damaged')))
  })
}

const isOutOfMemory = (error: Error): boolean =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
