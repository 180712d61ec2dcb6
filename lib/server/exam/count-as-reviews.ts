import 'server-only'
import { createHash } from 'node:crypto'
import { readOne, together } from '../../db/connection/read-together'
import { askedCardsOf } from '../../db/study/asked-cards'
import { progressIn } from '../../db/study/lesson-progress'
import type { DrawnQuestion } from '../../exam/drawn-question'
import type { Attempt } from '../../exam/exam'
import type { AttemptAnswer } from '../../exam/paper'
import type { ExamResult } from '../../exam/result'
import { AppError } from '../../kernel/app-error'
import type { AttemptId } from '../../kernel/ids'
import { currentCourse } from '../current-course'
import type { LearnerScope } from '../scope'
import { recordReviews } from '../study/record-reviews'

type Input = {
  readonly attempt: Attempt
  readonly drawn: readonly DrawnQuestion[]
  readonly answers: readonly AttemptAnswer[]
  readonly result: ExamResult
  readonly now: number
}

/**
 * Adds the answers of an attempt to the review log: correct ones as Good, wrong ones as Again.
 * Leaves out questions without an answer, questions the analyst has not learned yet (lesson not
 * finished or card not seen), and questions that have changed since. Harmless when repeated. The
 * log of an account that may no longer act is not changed.
 */
export async function countAsReviews(
  scope: () => Promise<LearnerScope>,
  input: Input,
): Promise<void> {
  const { userId } = input.attempt
  const drawn = input.drawn.map(({ question }) => question)
  const [course, { cards, lessons }] = await Promise.all([
    currentCourse(),
    readOne(
      together({
        cards: askedCardsOf(userId, distinct(drawn.map(({ id }) => id))),
        lessons: progressIn(userId, distinct(drawn.map(({ lesson }) => lesson))),
      }),
    ),
  ])
  let before = input.attempt.startedAt
  const events: unknown[] = []
  for (const { position, answer, at } of [...input.answers].sort((a, b) => a.at - b.at)) {
    const durationMs = at - before
    before = at
    const question = input.drawn[position]?.question
    const outcome = input.result.outcomes[position]
    if (!question || outcome === undefined || outcome === 'unanswered') continue
    const known =
      (lessons.get(question.lesson)?.completedAt ?? null) !== null ||
      (cards.get(question.id)?.state.phase ?? 'new') !== 'new'
    const present = course?.look.question(question.id)
    if (!known || present?.revision !== question.revision) continue
    events.push({
      id: eventIdOf(input.attempt.id, position),
      questionId: question.id,
      kind: 'grade',
      at: new Date(at).toISOString(),
      rating: outcome === 'right' ? 3 : 1,
      answer,
      durationMs,
      context: 'exam',
    })
  }
  try {
    await recordReviews(await scope(), { events, ofExam: true, now: input.now })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const distinct = <Id>(ids: readonly Id[]): readonly Id[] => [...new Set(ids)]

/**
 * Always the same id for the same question of an attempt: a UUID of version 8 (RFC 9562), from
 * SHA-256.
 */
function eventIdOf(attemptId: AttemptId, position: number): string {
  const hex = createHash('sha256').update(`exam|${attemptId}|${position}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-')
}
