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
  const { look, now, today } = state
  return look.catalogue.course.topics.map(({ id, title, about }) => {
    const questions = look.questionsOfTopic(id).filter(included)
    const cards = questions.map((question) => cardOf(state, question))
    const known = knownOf(state, questions)
    return {
      ...known,
      id,
      title,
      about: about ?? null,
      unlocked: questions.filter((question) => isUnlocked(state, question)).length,
      due: cards.filter((card) => isDue(card, now, today)).length,
      predictedRecall: known.seen === 0 ? null : known.known / known.seen,
      mature: cards.filter(
        (card) => card.state.phase === 'review' && card.state.intervalDays >= MATURE_DAYS,
      ).length,
      suspended: cards.filter(({ suspended }) => suspended).length,
    }
  })
}
