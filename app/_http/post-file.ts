import { pageUserHeader } from './page-user'

export type FileReply =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string }

const PATIENCE_MS = 120_000
const FAILED =
  'The file did not reach the server, or the answer did not come back. Nothing was added. Choose it again.'

/** Sends a file from a page of `userId` and gets its text. Never rejects. */
export async function postFile(userId: string, path: string, file: File): Promise<FileReply> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', ...pageUserHeader(userId) },
      body: file,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const answer: { text?: unknown; error?: unknown } = await response.json()
    if (response.ok && typeof answer.text === 'string') return { kind: 'read', text: answer.text }
    const message = typeof answer.error === 'string' ? answer.error : FAILED
    return { kind: 'refused', message }
  } catch {
    return { kind: 'refused', message: FAILED }
  }
}
