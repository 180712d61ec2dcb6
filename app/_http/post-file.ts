import { pageUserHeader } from './page-user'

export type FileReply<Answer> =
  | { readonly kind: 'read'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly message: string }

const PATIENCE_MS = 120_000
const FAILED =
  'The file did not reach the server, or the answer did not come back. Nothing was added. Choose it again.'

/** Sends a file from a page of `userId`; typed as its route answers. Never rejects. */
export async function postFile<Answer extends object>(
  userId: string,
  path: string,
  file: File,
  isAnswer: (value: unknown) => value is Answer,
): Promise<FileReply<Answer>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', ...pageUserHeader(userId) },
      body: file,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const answer: unknown = await response.json()
    if (response.ok && isAnswer(answer)) return { kind: 'read', answer }
    const message = isRefusal(answer) ? answer.error : FAILED
    return { kind: 'refused', message }
  } catch {
    return { kind: 'refused', message: FAILED }
  }
}

const isRefusal = (value: unknown): value is { error: string } =>
  typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string'
