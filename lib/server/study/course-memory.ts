import 'server-only'
import { isDue } from '../../memory/card/due'
import { predictedRecall } from '../../memory/card/retrievability'
import { cardOf, isUnlocked, type LearnerState } from '../learner-state'

export type TopicMemory = {
  readonly id: string
  readonly title: string
  readonly total: number
  readonly unlocked: number
  readonly seen: number
  readonly due: number
  /** Mean predicted recall over the seen questions, 0-1; null when none is seen. */
  readonly predictedRecall: number | null
}

/** What a learner holds of each topic today, in course order. */
export function topicMemories(learner: LearnerState): TopicMemory[] {
  const { catalogue, look } = learner.course
  return catalogue.course.topics.map(({ id, title }) => {
    const questions = look.questionsOfTopic(id)
    const cards = questions.map((question) => cardOf(learner, question))
    const recalls = cards
      .map(({ state }) => predictedRecall(state, learner.today, learner.model))
      .filter((recall) => recall !== null)
    return {
      id,
      title,
      total: questions.length,
      unlocked: questions.filter((question) => isUnlocked(learner, question)).length,
      seen: recalls.length,
      due: cards.filter((card) => isDue(card, learner.now, learner.today)).length,
      predictedRecall:
        recalls.length === 0
          ? null
          : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
    }
  })
}
