import { passedOrigin } from '@/lib/origin/passed-origin'
import { Refusal } from './refusal'

/**
 * The bytes that a page of this site sent; null when there are more than `most`, of which no more are
 * read then. Throws a Refusal (403).
 */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== passedOrigin(request.headers)) {
    throw new Refusal(403, 'Only this site’s own pages may send files. Nothing was stored.')
  }
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const parts: Uint8Array[] = []
  let bytes = 0
  const reader = request.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (next === undefined || next.done) break
    bytes += next.value.byteLength
    if (bytes > most) {
      await reader?.cancel()
      return null
    }
    parts.push(next.value)
  }
  return Buffer.concat(parts)
}
