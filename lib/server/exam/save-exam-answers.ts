import 'server-only'
import { z } from 'zod'
import { answersOf, writeAnswers } from '../../db/exam/exam-answers'
import { questionsAsked } from '../../db/exam/exam-attempts'
import { admit, type LateReason } from '../../exam/attempt-time'
import type { AttemptAnswer } from '../../exam/paper'
import type { AnswerOutcome } from '../../exam/wire'
import type { AttemptId } from '../../kernel/ids'
import { answerSchema } from '../../kinds/files'
import type { LearnerScope } from '../scope'
import { ownAttempt } from './exam-access'

const given = z.object({
  position: z.int().min(0).max(10_000),
  at: z.number().min(0).max(8.64e15),
  answer: answerSchema,
})

export type SavedAnswers = {
  readonly outcomes: readonly AnswerOutcome[]
  /** When the attempt ends (ms): an instructor may have given more time meanwhile. */
  readonly endsAt: number
}

/**
 * `answers` is unchecked input. Each answer gets its own outcome, in order. The answer that was
 * given last is kept, and sending it again changes nothing. Throws not_found.
 */
export async function saveExamAnswers(
  scope: LearnerScope,
  input: { attemptId: AttemptId; answers: readonly unknown[]; now: number },
): Promise<SavedAnswers> {
  const { user } = scope
  const attempt = await ownAttempt(scope, input.attemptId)
  const { now } = input
  const read = input.answers.map((value) => {
    const parsed = given.safeParse(value)
    return parsed.success ? { ...parsed.data, ...admit(attempt, parsed.data.at, now) } : null
  })
  const admitted = new Map<number, AttemptAnswer>()
  for (const one of read) {
    const other = one && admitted.get(one.position)
    if (one?.late !== null || (other && other.at > one.at)) continue
    admitted.set(one.position, { position: one.position, answer: one.answer, at: one.at })
  }
  if (admitted.size > 0) await writeAnswers(user.id, attempt.id, [...admitted.values()], now)

  const [stored, asked] = await Promise.all([
    answersOf(user.id, attempt.id),
    questionsAsked(user.id, attempt.id),
  ])
  const kept = new Map(stored.map((one) => [one.position, one.at]))
  const outcomes = read.map((one): AnswerOutcome => {
    if (one === null) return refused(null, 'malformed')
    // This includes answers that were stored before and whose receipt was lost.
    const isKept = (kept.get(one.position) ?? -1) >= one.at
    if (isKept) return { position: one.position, status: 'saved' }
    if (one.late !== null) return refused(one.position, one.late)
    // These were in time but not stored: the attempt was closed meanwhile, or the question is not
    // on this paper.
    return refused(one.position, one.position < asked ? 'handed_in' : 'malformed')
  })
  return { outcomes, endsAt: attempt.endsAt }
}

const MESSAGES: Record<LateReason | 'malformed', string> = {
  handed_in: 'The answer arrived after the exam was handed in.',
  given_late: 'The answer was given after the time was up.',
  received_late: 'The answer arrived more than two minutes after the time was up.',
  malformed: 'It is not an answer to a question of this exam.',
}

const refused = (position: number | null, reason: LateReason | 'malformed'): AnswerOutcome => ({
  position,
  status: 'refused',
  reason,
  message: `${MESSAGES[reason]} It was not counted.`,
})
