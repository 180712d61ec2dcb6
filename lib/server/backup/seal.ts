import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'

// A backup is a gzip file of two members, which every gunzip reads as one text. The second is the seal:
// a line with the SHA-256 of the first. It is stored and not packed, so that it always has one length
// and can be checked without unpacking the rest.
const SEAL = /^-- sha256 ([0-9a-f]{64})\n$/

const sealOf = (sha256: string): Buffer =>
  gzipSync(Buffer.from(`-- sha256 ${sha256}\n`), { level: 0 })

const SEAL_BYTES = sealOf('0'.repeat(64)).length

export const newSum = (): Hash => createHash('sha256')

/** The last bytes of a file, for the sum of everything before them. */
export function seal(sum: Hash): { readonly sha256: string; readonly bytes: Buffer } {
  const sha256 = sum.digest('hex')
  return { sha256, bytes: sealOf(sha256) }
}

export type Sealed =
  | { readonly kind: 'whole'; readonly sha256: string; readonly bytes: number }
  /** It ends before its seal. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'damaged' }

/** Reads the whole file and compares it with its seal. */
export async function checkSeal(path: string): Promise<Sealed> {
  const { end, bytes } = await readEnd(path)
  const said = sealedSum(end)
  if (said === null) return { kind: 'cut' }
  const sum = newSum()
  for await (const piece of createReadStream(path, { end: bytes - SEAL_BYTES - 1, ...LARGE })) {
    sum.update(piece)
  }
  return sum.digest('hex') === said ? { kind: 'whole', sha256: said, bytes } : { kind: 'damaged' }
}

const LARGE = { highWaterMark: 1024 * 1024 }

async function readEnd(path: string): Promise<{ end: Buffer; bytes: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const end = Buffer.alloc(Math.min(SEAL_BYTES, size))
    await file.read(end, 0, end.length, size - end.length)
    return { end, bytes: size }
  } finally {
    await file.close()
  }
}

function sealedSum(end: Buffer): string | null {
  try {
    return gunzipSync(end).toString().match(SEAL)?.[1] ?? null
  } catch {
    return null
  }
}
