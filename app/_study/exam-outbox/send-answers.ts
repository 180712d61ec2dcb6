import { postJson } from '@/app/_http/post-json'
import type { AttemptAnswer } from '@/lib/exam/paper'
import type { AnswerOutcome } from '@/lib/exam/wire'

export type SentAnswers =
  | {
      readonly kind: 'answered'
      readonly results: readonly AnswerOutcome[]
      /** The server's time (ms) when it read the request. */
      readonly serverNow: number
      /** When the attempt ends (ms). An instructor may give more time while it runs. */
      readonly endsAt: number
      /** The maximum age (ms) of `serverNow`. */
      readonly ageMs: number
    }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' }
  /** A server answered, but not as it should. */
  | { readonly kind: 'failing' }

type From = { readonly userId: string; readonly attemptId: string }

/** Sends one POST request. Never rejects. */
export async function sendAnswers(
  { userId, attemptId }: From,
  answers: readonly AttemptAnswer[],
): Promise<SentAnswers> {
  const startedAt = performance.now()
  const reply = await postJson(userId, `/api/exams/${attemptId}/answers`, { answers })
  if (reply.kind === 'signed-out') return reply
  if (reply.kind === 'failed' && !reply.reached) return { kind: 'unreachable' }
  if (reply.kind !== 'accepted' || !isAnswered(reply.body)) return { kind: 'failing' }
  return { kind: 'answered', ...reply.body, ageMs: performance.now() - startedAt }
}

export type HandedIn =
  | { readonly kind: 'handed-in' | 'signed-out' | 'unreachable' }
  /** The time is not up after all: an instructor gave more. */
  | { readonly kind: 'runs-on'; readonly endsAt: number }

/** Sends one POST request. Never rejects. `timeIsUp`: the page hands in, and not the person. */
export async function sendHandIn(
  { userId, attemptId }: From,
  timeIsUp: boolean,
): Promise<HandedIn> {
  const reply = await postJson(userId, `/api/exams/${attemptId}/hand-in`, { timeIsUp })
  if (reply.kind === 'accepted') {
    return runsOn(reply.body)
      ? { kind: 'runs-on', endsAt: reply.body.endsAt }
      : { kind: 'handed-in' }
  }
  return { kind: reply.kind === 'signed-out' ? 'signed-out' : 'unreachable' }
}

const runsOn = (value: unknown): value is { endsAt: number } =>
  typeof value === 'object' && value !== null && 'endsAt' in value && value.endsAt !== null

const isAnswered = (
  value: unknown,
): value is { results: readonly AnswerOutcome[]; serverNow: number; endsAt: number } =>
  typeof value === 'object' &&
  value !== null &&
  'results' in value &&
  'serverNow' in value &&
  'endsAt' in value
