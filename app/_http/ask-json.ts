import { pageUserHeader } from './page-user'

export type Asked<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The server has read it and says why it does not answer. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed' }

const PATIENCE_MS = 30_000

/**
 * Asks a question that is too long for an address, from a page of `userId`; typed as its route answers
 * it. Never rejects.
 */
export async function askJson<Answer>(
  userId: string,
  path: string,
  value: unknown,
  signal: AbortSignal,
): Promise<Asked<Answer>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...pageUserHeader(userId) },
      body: JSON.stringify(value),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    if (response.ok) return { kind: 'answered', answer: await response.json() }
    const refusal: { error?: unknown } = await response.json()
    return typeof refusal.error === 'string'
      ? { kind: 'refused', message: refusal.error }
      : { kind: 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}
