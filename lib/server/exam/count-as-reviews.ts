import 'server-only'
import { readOne, together } from '../../db/connection/read-together'
import { askedCardsOf } from '../../db/study/asked-cards'
import { progressIn } from '../../db/study/lesson-progress'
import type { DrawnQuestion } from '../../exam/drawn-question'
import type { Attempt } from '../../exam/exam'
import type { AttemptAnswer } from '../../exam/paper'
import type { ExamResult } from '../../exam/result'
import { AppError } from '../../kernel/app-error'
import { currentCourse } from '../current-course'
import { derivedEventId } from '../derived-event-id'
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
    if (!question || (outcome !== 'right' && outcome !== 'wrong')) continue
    const known =
      (lessons.get(question.lesson)?.completedAt ?? null) !== null ||
      (cards.get(question.id)?.state.phase ?? 'new') !== 'new'
    const present = course?.look.question(question.id)
    if (!known || present?.revision !== question.revision) continue
    events.push({
      id: derivedEventId(`exam|${input.attempt.id}|${position}`),
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
    await recordReviews(await scope(), { events, origin: 'exam', now: input.now })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const distinct = <Id>(ids: readonly Id[]): readonly Id[] => [...new Set(ids)]
