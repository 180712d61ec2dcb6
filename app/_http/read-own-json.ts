import { passedOrigin } from '@/lib/origin/passed-origin'
import { Refusal } from './refusal'

const MAX_BYTES = 1_048_576

/**
 * The JSON that a page of this site sent, not checked yet. Stops reading at the maximum size.
 * Throws a Refusal (403, 415, 413, 400).
 */
export async function readOwnJson(request: Request): Promise<unknown> {
  if (!isOwnOrigin(request.headers)) {
    throw new Refusal(403, 'Only this site’s own pages may send answers. Nothing was recorded.')
  }
  const type = request.headers.get('content-type') ?? ''
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new Refusal(
      415,
      'The request must be JSON: set Content-Type to application/json. Nothing was recorded.',
    )
  }
  const text = await readText(request.body)
  if (text === null)
    throw new Refusal(413, 'The request is larger than 1 MB. Nothing was recorded.')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'The request is not valid JSON. Nothing was recorded.')
  }
}

/** The list under `name` in a body, with at most `most` entries. Throws a Refusal (400). */
export function listIn(body: unknown, name: string, most: number): readonly unknown[] {
  const fields: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? { ...body } : {}
  if (!(name in fields)) {
    throw new Refusal(
      400,
      `The request must have the form {"${name}": [...]}. Nothing was recorded.`,
    )
  }
  const list = fields[name]
  if (!Array.isArray(list)) {
    throw new Refusal(400, `\`${name}\` must be a list. Nothing was recorded.`)
  }
  if (list.length > most) {
    throw new Refusal(400, `A request can have at most ${most} ${name}. Nothing was recorded.`)
  }
  return list
}

/**
 * The edge of the web server refuses other sites and writes the public origin into Origin. This is
 * the same question once more, for a server without that edge. A request without an Origin is not a
 * cross-site post of a browser.
 */
function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  return origin === null || origin === passedOrigin(headers)
}

/** Null when the body is too long. Bytes that are not UTF-8 become replacement characters. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (body === null) return ''
  const decoder = new TextDecoder()
  // A reader, because "for await" takes three times as long for a body of one piece.
  const reader = body.getReader()
  let bytes = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > MAX_BYTES) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
