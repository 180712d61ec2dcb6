import { keptPlan, memoryRule } from '@/lib/cohort/kept-plan'
import type { LearnerMemory } from '@/lib/cohort/learner-memory'
import type { CohortScene, LearnerScene, SceneCourse } from '@/lib/cohort/scene'
import type { ItemFigures } from '@/lib/cohort/view/item-rows'
import { lookUp } from '@/lib/course/look-up'
import { asCohortId, asUserId } from '@/lib/kernel/ids'
import { addDays } from '@/lib/kernel/study-day'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { compiled, fixtureFiles } from '../../support/course-fixture'
import { TODAY, upTo } from './build'

/** The invented course of the fixtures: 10 questions in two modules and two topics. */
export async function fixtureCourse(): Promise<SceneCourse> {
  const catalogue = compiled(await fixtureFiles())
  return { version: 1, catalogue, look: lookUp(catalogue) }
}

/** Somebody who joined 30 days ago, has answered nothing since, and keeps a plan of 10 new questions a day. */
export function learner(
  name: string,
  memory: LearnerMemory,
  over: Partial<LearnerScene> = {},
): LearnerScene {
  const order = upTo(memory.phase.length)
  const limits = { newPerDay: 10, reviewsPerDay: 100, introducedToday: 0 }
  return {
    user: {
      id: asUserId(name),
      name,
      email: `${name}@example.org`,
      clock: { zone: 'UTC', rolloverHour: 4 },
      modelVersion: null,
      lastSeenAt: null,
      disabled: false,
    },
    joinedDay: addDays(TODAY, -30),
    today: TODAY,
    memory,
    days: new Map(),
    reach: 'all',
    limits,
    plan: keptPlan(
      memory,
      { today: TODAY, order: { first: order, waiting: [] }, ...limits },
      memoryRule(DEFAULT_MODEL),
    ),
    ...over,
  }
}

export const scene = (
  course: SceneCourse,
  learners: readonly LearnerScene[],
  over: Partial<CohortScene> = {},
): CohortScene => ({
  cohort: { id: asCohortId('cohort'), name: 'Autumn', archived: false },
  course,
  assignments: [],
  learners,
  instructors: [{ id: asUserId('ines'), name: 'Ines' }],
  ...over,
})

type Statistics = ReturnType<ItemFigures['statisticsOf']>

/** A question that 20 learners met and that nothing speaks against. */
export const statistics = (over: Partial<Statistics> = {}): Statistics => ({
  seen: 20,
  firstTry: 0.7,
  tested: 40,
  surprise: { mean: 0, low: -0.04, high: 0.04 },
  discrimination: { mean: 0.4, low: 0.2, high: 0.6 },
  medianMs: 4000,
  leeches: 0,
  ...over,
})
