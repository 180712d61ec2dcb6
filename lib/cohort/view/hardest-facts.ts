import type { FactId } from '../../kernel/ids'
import { isSeen } from '../learner-memory'
import { idleRecall } from '../readiness'
import type { LearnerScene, SceneCourse } from '../scene'

export type HardFact = {
  readonly id: FactId
  readonly statement: string
  /** Added up over its questions. */
  readonly lapses: number
  readonly tested: number
  readonly recalled: number
  /** The mean predicted recall of its seen questions today. */
  readonly recall: number
}

const HARDEST = 8

/**
 * The facts whose questions were forgotten most often. Among equals, the one with the lowest recall
 * comes first.
 */
export function hardestFacts(
  { catalogue, look }: SceneCourse,
  { memory, today, plan }: LearnerScene,
): readonly HardFact[] {
  return catalogue.facts
    .map(({ id, statement }) => {
      const seen = look
        .questionsOfFact(id)
        .map((question) => look.questionOrder(question.id))
        .filter((place) => isSeen(memory, place))
      const sumOf = (column: Uint16Array) =>
        seen.reduce((sum, place) => sum + (column[place] ?? 0), 0)
      const recall = seen.reduce(
        (sum, place) => sum + idleRecall(memory, place, today, plan.rule.recall),
        0,
      )
      return {
        id,
        statement,
        lapses: sumOf(memory.lapses),
        tested: sumOf(memory.tested),
        recalled: sumOf(memory.passed),
        recall: recall / Math.max(1, seen.length),
      }
    })
    .filter(({ lapses }) => lapses > 0)
    .sort((a, b) => b.lapses - a.lapses || a.recall - b.recall)
    .slice(0, HARDEST)
}
