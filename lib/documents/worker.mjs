// A thread of its own: somebody else's file is read where it can neither stop the server nor fill its
// memory. Posts what it found, or why it found nothing.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'

/**
 * @typedef {{ text: string, y: number, height: number }} Line
 * @typedef {{ kind: 'pages', pages: Line[][] } | { kind: 'text', text: string } | { kind: 'failed', why: string }} Found
 * @typedef {{ pages: number, characters: number, unpackedBytes: number, files: number }} Limits
 */

class Refused extends Error {
  /** @param {string} why */
  constructor(why) {
    super(why)
    this.why = why
  }
}

/**
 * @param {unknown} error
 * @returns {Found}
 */
function failureOf(error) {
  if (error instanceof Refused) return { kind: 'failed', why: error.why }
  const name = error instanceof Error ? error.name : ''
  return { kind: 'failed', why: name === 'PasswordException' ? 'password' : 'damaged' }
}

/**
 * @param {Uint8Array} data
 * @param {Limits} limits
 * @returns {Promise<Found>}
 */
async function readPdf(data, limits) {
  // pdf.js wants it for drawing, which nobody does here.
  globalThis.DOMMatrix ??= /** @type {any} */ (class {})
  const entry = fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({
    data,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
    cMapUrl: `${join(dirname(entry), '..', '..', 'cmaps')}/`,
    cMapPacked: true,
  }).promise
  if (document.numPages > limits.pages) throw new Refused('pages')
  /** @type {Line[][]} */
  const pages = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const lines = linesOf(items)
    characters += lines.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > limits.characters) throw new Refused('characters')
    pages.push(lines)
    page.cleanup()
  }
  return { kind: 'pages', pages }
}

/**
 * @param {readonly any[]} items
 * @returns {Line[]}
 */
function linesOf(items) {
  /** @type {Line[]} */
  const lines = []
  /** @type {Line | null} */
  let line = null
  for (const item of items) {
    if (typeof item.str !== 'string') continue
    const y = item.transform[5]
    line ??= { text: '', y, height: 0 }
    line.text += item.str
    line.height = Math.max(line.height, item.height)
    if (!item.hasEOL) continue
    lines.push(line)
    line = null
  }
  return line === null ? lines : [...lines, line]
}

/**
 * @param {Uint8Array} data
 * @param {Limits} limits
 * @returns {Promise<Found>}
 */
async function readDocx(data, limits) {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  assertNoBomb(buffer, limits)
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.extractRawText({ buffer })
  if (value.length > limits.characters) throw new Refused('characters')
  return { kind: 'text', text: value }
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/**
 * Unpacks every file of the archive once, and stops at the limit. What a file says of its size is not
 * believed.
 * @param {Buffer} zip
 * @param {Limits} limits
 */
function assertNoBomb(zip, limits) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END)
    throw new Refused('damaged')
  const files = zip.readUInt16LE(end + 10)
  if (files > limits.files) throw new Refused('bomb')
  let left = limits.unpackedBytes
  let at = zip.readUInt32LE(end + 16)
  let isDocument = false
  for (let n = 0; n < files; n += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw new Refused('damaged')
    const method = zip.readUInt16LE(at + 10)
    const packed = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    left -= unpackedSize(zip, zip.readUInt32LE(at + 42), packed, method, left)
    isDocument ||= name === 'word/document.xml'
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (!isDocument) throw new Refused('no-docx')
}

/**
 * @param {Buffer} zip
 * @param {number} local where the file's own header stands
 * @param {number} packed
 * @param {number} method
 * @param {number} most
 */
function unpackedSize(zip, local, packed, method, most) {
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) throw new Refused('damaged')
  const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (begin + packed > zip.length) throw new Refused('damaged')
  if (method === 0) {
    if (packed > most) throw new Refused('bomb')
    return packed
  }
  if (method !== 8) throw new Refused('damaged')
  try {
    const bytes = zip.subarray(begin, begin + packed)
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new Refused(code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'damaged')
  }
}

const { format, bytes, limits } = workerData
const read = format === 'pdf' ? readPdf(bytes, limits) : readDocx(bytes, limits)
parentPort?.postMessage(await read.catch(failureOf))
