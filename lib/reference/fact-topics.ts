import type { LookUp } from '../course/look-up'
import type { Fact } from '../course/types'
import type { TopicId } from '../kernel/ids'

/** The topics of the questions that test a fact, each once, the most frequent first. */
export function topicsOfFact(look: LookUp, fact: Fact): readonly TopicId[] {
  const times = new Map<TopicId, number>()
  for (const { topic } of look.questionsOfFact(fact.id)) {
    times.set(topic, (times.get(topic) ?? 0) + 1)
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([topic]) => topic)
}
