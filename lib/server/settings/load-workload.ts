import 'server-only'
import { answerCounts } from '../../db/cohort/answer-counts'
import { isSetAside } from '../../memory/card/due'
import { habitsOf } from '../../memory/forecast/habits'
import { type Workload, workloads } from '../../memory/forecast/workload'
import { cardOf } from '../../review/study-state'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'

/** Half a year: long enough for intervals to grow into what they will be. */
const DAYS = 180
const RETENTIONS = [0.7, 0.74, 0.78, 0.82, 0.85, 0.88, 0.9, 0.92, 0.94, 0.97]

export type WorkloadView = {
  readonly days: number
  readonly newPerDay: number
  readonly present: number
  /** By desired retention, the present one among them. */
  readonly rows: readonly Workload[]
}

/**
 * What the coming half-year would bring this learner at each desired retention, if lessons unlock the
 * new questions in time and every review is done. Throws course_not_published.
 */
export async function loadWorkload(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<WorkloadView> {
  const { user } = scope
  const { learner, also: counts } = await learnerStateAnd(scope, now, answerCounts(user.id))
  const { model, today, look } = learner
  const { newPerDay } = user.settings
  const states = look.catalogue.questions
    .map((question) => cardOf(learner, question))
    .filter((card) => !isSetAside(card, today))
    .map(({ state }) => state)
  const present = model.desiredRetention
  const rows = workloads(
    {
      seen: states.flatMap((state) => (state.phase === 'new' ? [] : [state])),
      unseen: states.filter(({ phase }) => phase === 'new').length,
      newPerDay,
      model,
      habits: habitsOf(counts),
      today,
      days: DAYS,
      seed: user.id,
    },
    [...new Set([...RETENTIONS, present])].sort((a, b) => a - b),
  )
  return { days: DAYS, newPerDay, present, rows }
}
