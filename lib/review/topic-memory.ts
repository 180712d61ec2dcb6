import type { TopicId } from '../kernel/ids'
import { isDue } from '../memory/card/due'
import { predictedRecall } from '../memory/card/retrievability'
import { MATURE_DAYS } from '../memory/log/day-counts'
import { cardOf, isUnlocked, type StudyState } from './study-state'

export type TopicMemory = {
  readonly id: TopicId
  readonly title: string
  readonly total: number
  readonly unlocked: number
  readonly seen: number
  readonly due: number
  /** Mean predicted recall over the seen questions, 0 to 1; null when none was seen. */
  readonly predictedRecall: number | null
  /** Sum of predicted recall over all its questions. Unseen questions count as 0. */
  readonly known: number
  /** Cards with an interval of 21 days or more. */
  readonly mature: number
  readonly suspended: number
}

/** What a learner remembers of each topic today, in course order. */
export function topicMemories(state: StudyState): TopicMemory[] {
  const { look, now, today, model } = state
  return look.catalogue.course.topics.map(({ id, title }) => {
    const questions = look.questionsOfTopic(id)
    const cards = questions.map((question) => cardOf(state, question))
    const recalls = cards
      .map((card) => predictedRecall(card.state, today, model))
      .filter((recall) => recall !== null)
    const known = recalls.reduce((sum, recall) => sum + recall, 0)
    return {
      id,
      title,
      total: questions.length,
      unlocked: questions.filter((question) => isUnlocked(state, question)).length,
      seen: recalls.length,
      due: cards.filter((card) => isDue(card, now, today)).length,
      predictedRecall: recalls.length === 0 ? null : known / recalls.length,
      known,
      mature: cards.filter(
        (card) => card.state.phase === 'review' && card.state.intervalDays >= MATURE_DAYS,
      ).length,
      suspended: cards.filter(({ suspended }) => suspended).length,
    }
  })
}
