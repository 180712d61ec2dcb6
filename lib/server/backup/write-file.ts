import 'server-only'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import { newSum, seal } from './seal'

export type Written = { readonly bytes: number; readonly sha256: string }

/**
 * Packs what `produce` writes into a sealed file. It has another name until all of it is on the disk, so
 * that whatever goes wrong leaves the file of that name as it was.
 */
export async function writeSealed<T>(
  path: string,
  produce: (write: (text: Buffer) => Promise<void>) => Promise<T>,
): Promise<Written & { readonly result: T }> {
  const part = `${path}.part-${process.pid}`
  try {
    // It holds the hashes of passwords and everybody's answers.
    const file = await open(part, 'w', 0o600)
    try {
      const sum = newSum()
      const result = await pack(produce, async (bytes) => {
        sum.update(bytes)
        await file.appendFile(bytes)
      })
      const end = seal(sum)
      await file.appendFile(end.bytes)
      await file.sync()
      await rename(part, path)
      await syncFolder(dirname(path))
      return { bytes: (await stat(path)).size, sha256: end.sha256, result }
    } finally {
      await file.close()
    }
  } finally {
    await rm(part, { force: true })
  }
}

async function pack<T>(
  produce: (write: (text: Buffer) => Promise<void>) => Promise<T>,
  store: (bytes: Buffer) => Promise<void>,
): Promise<T> {
  // The fastest level: twice as fast as the usual one, for a file that is a fifth larger.
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: PIECE })
  const stored = pipeline(gzip, async (packed: AsyncIterable<Buffer>) => {
    for await (const bytes of packed) await store(bytes)
  })
  // Whoever waits for room in the packer must not wait for ever when nobody empties it any more.
  const failed = stored.then(() => new Promise<never>(() => {}))
  failed.catch(() => {})
  const write = async (text: Buffer) => {
    if (gzip.write(text)) return
    await Promise.race([new Promise<void>((done) => gzip.once('drain', done)), failed])
  }
  try {
    const result = await produce(write)
    gzip.end()
    await stored
    return result
  } catch (error) {
    gzip.destroy()
    await stored.catch(() => {})
    throw error
  }
}

const PIECE = 256 * 1024

/** So that the new name survives a power cut too. Windows does that by itself and refuses. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => null)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
