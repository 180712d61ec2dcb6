import { pageUserHeader } from './page-user'

export type Reply =
  | { readonly kind: 'accepted'; readonly body: unknown }
  /** The server has read the request and refuses it. */
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'signed-out' }
  /** Worth trying again later. `reached`: a server answered, but not with JSON. */
  | { readonly kind: 'failed'; readonly reached: boolean }

/** After its page is closed, a browser sends at most 64 KiB. */
const KEEPALIVE_BYTES = 60_000
const PATIENCE_MS = 20_000

/**
 * Sends one POST request from a page of `userId`, even if its tab is being closed. Never rejects.
 */
export async function postJson(
  userId: string,
  path: string,
  value: unknown,
  request: typeof fetch = fetch,
): Promise<Reply> {
  const text = JSON.stringify(value)
  let reached = false
  try {
    const response = await request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...pageUserHeader(userId) },
      body: text,
      keepalive: text.length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    reached = true
    if (response.status === 401) return { kind: 'signed-out' }
    const body: unknown = await response.json()
    return response.ok
      ? { kind: 'accepted', body }
      : { kind: 'refused', status: response.status, body }
  } catch {
    return { kind: 'failed', reached }
  }
}
