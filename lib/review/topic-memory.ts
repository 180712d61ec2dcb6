import type { Question } from '../course/types'
import type { TopicId } from '../kernel/ids'
import { isDue } from '../memory/card/due'
import { MATURE_DAYS } from '../memory/log/day-counts'
import { type Known, knownOf } from './known'
import { cardOf, isUnlocked, type StudyState } from './study-state'

export type TopicMemory = Known & {
  readonly id: TopicId
  readonly title: string
  /** What the topic gathers, where it is no part of the course in order. */
  readonly about: string | null
  readonly unlocked: number
  readonly due: number
  /** Mean predicted recall over the seen questions, 0 to 1; null when none was seen. */
  readonly predictedRecall: number | null
  /** Cards with an interval of 21 days or more. */
  readonly mature: number
  readonly suspended: number
}

/**
 * What a learner remembers today of the questions of each topic that are `included`, in course order.
 */
export function topicMemories(
  state: StudyState,
  included: (question: Question) => boolean,
): TopicMemory[] {
  return state.look.catalogue.course.topics.map(({ id, title, about }) => {
    const questions = state.look.questionsOfTopic(id).filter(included)
    const known = knownOf(state, questions)
    return {
      ...known,
      id,
      title,
      about: about ?? null,
      ...standingOf(state, questions),
      predictedRecall: known.seen === 0 ? null : known.known / known.seen,
    }
  })
}

/** Counted in one pass: Today and the progress of a topic ask this of every question of the course. */
function standingOf(state: StudyState, questions: readonly Question[]) {
  const { now, today } = state
  const counts = { unlocked: 0, due: 0, mature: 0, suspended: 0 }
  for (const question of questions) {
    const card = cardOf(state, question)
    if (isUnlocked(state, question)) counts.unlocked += 1
    if (isDue(card, now, today)) counts.due += 1
    if (card.state.phase === 'review' && card.state.intervalDays >= MATURE_DAYS) counts.mature += 1
    if (card.suspended) counts.suspended += 1
  }
  return counts
}
