import type { Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import { type DayCounts, NO_COUNTS } from '../memory/log/day-counts'
import { daysLeft, dueReviewsOf, quota } from './backlog'
import { buildQueue, type Queue, type QueueInput } from './queue'
import { askedCards, cardOf, isUnlocked, type StudyState } from './study-state'

/**
 * Questions of a module or topic, or of the whole course for null. Empty when there is no such
 * module or topic.
 */
export function questionsIn({ look }: StudyState, part: string | null): readonly Question[] {
  const { questions } = look.catalogue
  return part === null
    ? questions
    : questions.filter(({ module, topic }) => module === part || topic === part)
}

/**
 * What a learner would study now of `questions`. `done` is what was studied today so far, if
 * anything.
 */
export function dailyQueue(
  state: StudyState,
  questions: readonly Question[],
  done: DayCounts | undefined,
): Queue {
  const { today, now, model } = state
  const { introduced, retentionTotal } = done ?? NO_COUNTS
  const open = questions.filter(
    (question) => isUnlocked(state, question) || cardOf(state, question).state.phase !== 'new',
  )
  return buildQueue({
    cards: skippedLast(state, open).map((question) => ({
      questionId: question.id,
      card: cardOf(state, question),
      siblings: question.siblings,
    })),
    limits: limitsOf(state, retentionTotal),
    doneToday: { introduced, reviews: retentionTotal, graded: gradedToday(state) },
    today,
    now,
    model,
  })
}

function gradedToday({ cards, today }: StudyState): ReadonlySet<QuestionId> {
  const graded = new Set<QuestionId>()
  for (const [id, { state }] of cards) {
    if (state.phase !== 'new' && state.lastReviewDay === today) graded.add(id)
  }
  return graded
}

/**
 * What the placement found known can wait until the questions of lessons that were read have been
 * asked.
 */
function skippedLast({ lessons }: StudyState, questions: readonly Question[]): Question[] {
  const isSkipped = ({ lesson }: Question) => lessons.get(lesson)?.skipped ?? false
  return [...questions.filter((each) => !isSkipped(each)), ...questions.filter(isSkipped)]
}

/** While a backlog is being spread, the plan sets the pace and no new question is introduced. */
function limitsOf(state: StudyState, reviewedToday: number): QueueInput['limits'] {
  const { newPerDay, reviewsPerDay, catchUp } = state.settings
  const days = catchUp === null ? 0 : daysLeft(catchUp, state.today)
  if (days === 0) return { newPerDay, reviewsPerDay }
  const { due, usualPerDay } = dueReviewsOf(askedCards(state), state.today)
  return { newPerDay: 0, reviewsPerDay: quota(due + reviewedToday, usualPerDay, days) }
}
