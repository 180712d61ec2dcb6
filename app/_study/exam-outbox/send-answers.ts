import { pageUserHeader } from '@/app/_http/page-user'
import type { GivenAnswer } from '@/lib/exam/paper'
import type { AnswerOutcome } from '@/lib/exam/wire'

export type SentAnswers =
  | {
      readonly kind: 'answered'
      readonly results: readonly AnswerOutcome[]
      /** Server's time (ms) when it read the request. */
      readonly serverNow: number
      /** How long ago that can be, at most (ms). */
      readonly ageMs: number
    }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }

const PATIENCE_MS = 20_000

type From = { readonly userId: string; readonly attemptId: string }

/** One POST. Never rejects. */
export async function sendAnswers(
  from: From,
  answers: readonly GivenAnswer[],
): Promise<SentAnswers> {
  const began = performance.now()
  const reply = await post(from, 'answers', { answers })
  if (reply === 'signed-out' || reply === 'unreachable') return { kind: reply }
  if (!isAnswered(reply)) return { kind: 'unreachable' }
  return { kind: 'answered', ...reply, ageMs: performance.now() - began }
}

export async function sendHandIn(from: From): Promise<'handed-in' | 'signed-out' | 'unreachable'> {
  const reply = await post(from, 'hand-in', {})
  return reply === 'signed-out' || reply === 'unreachable' ? reply : 'handed-in'
}

async function post({ userId, attemptId }: From, what: string, body: unknown): Promise<unknown> {
  try {
    const response = await fetch(`/api/exams/${attemptId}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...pageUserHeader(userId) },
      body: JSON.stringify(body),
      // The last answer before a tab is closed still goes out.
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status === 401) return 'signed-out'
    return response.ok ? await response.json() : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

const isAnswered = (
  value: unknown,
): value is { results: readonly AnswerOutcome[]; serverNow: number } =>
  typeof value === 'object' && value !== null && 'results' in value && 'serverNow' in value
