import 'server-only'
import type { Question } from '../../course/types'
import { rollUpsBetween } from '../../db/study/study-days'
import { AppError } from '../../kernel/app-error'
import { NO_COUNTS } from '../../memory/log/day-counts'
import { daysLeft, pileOf, quota } from '../../review/backlog'
import { buildQueue, type Queue, type QueueInput } from '../../review/queue'
import { cardOf, isUnlocked, type LearnerState } from '../learner-state'

/** What a learner would study now. `part`: the id of a module or topic, or null for the whole course. Throws invalid_input. */
export async function learnerQueue(learner: LearnerState, part: string | null): Promise<Queue> {
  const { user, today, now, model, cards } = learner
  const questions = skippedLast(
    learner,
    questionsIn(learner, part).filter(
      (question) =>
        isUnlocked(learner, question) || cardOf(learner, question).state.phase !== 'new',
    ),
  )
  const [rollUp] = await rollUpsBetween(user.id, today, today)
  const { introduced, retentionTotal } = rollUp ?? NO_COUNTS
  const graded = [...cards].flatMap(([id, { state }]) =>
    state.phase !== 'new' && state.lastReviewDay === today ? [id] : [],
  )
  return buildQueue({
    cards: questions.map((question) => ({
      questionId: question.id,
      card: cardOf(learner, question),
      siblings: question.siblings,
    })),
    limits: limitsOf(learner, retentionTotal),
    doneToday: { introduced, reviews: retentionTotal, graded: new Set(graded) },
    today,
    now,
    model,
  })
}

/** What the placement found known can wait until the lessons that are read have been asked. */
function skippedLast({ lessons }: LearnerState, questions: readonly Question[]): Question[] {
  const isSkipped = ({ lesson }: Question) => lessons.get(lesson)?.skipped ?? false
  return [...questions.filter((each) => !isSkipped(each)), ...questions.filter(isSkipped)]
}

/** While a pile is being spread it sets the pace, and nothing new is begun. */
function limitsOf(
  { user, cards, today }: LearnerState,
  reviewedToday: number,
): QueueInput['limits'] {
  const { newPerDay, reviewsPerDay, catchUp } = user.settings
  const days = catchUp === null ? 0 : daysLeft(catchUp, today)
  if (days === 0) return { newPerDay, reviewsPerDay }
  const { due, usualPerDay } = pileOf(cards.values(), today)
  return { newPerDay: 0, reviewsPerDay: quota(due + reviewedToday, usualPerDay, days) }
}

/** Questions of a module or topic, all for null. Throws invalid_input when there is no such thing. */
export function questionsIn({ course }: LearnerState, part: string | null): readonly Question[] {
  const { questions } = course.catalogue
  if (part === null) return questions
  const chosen = questions.filter(({ module, topic }) => module === part || topic === part)
  if (chosen.length > 0) return chosen
  throw new AppError(
    'invalid_input',
    'The course has no such deck or topic. Open a deck from the course page.',
  )
}
