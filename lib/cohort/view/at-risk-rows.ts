import type { UserId } from '../../kernel/ids'
import type { RiskReason } from '../at-risk'
import { statusOf } from '../learner-status'
import { type ActiveSnooze, activeSnooze, type RiskSnooze } from '../risk-snooze'
import { type CohortScene, instructorNames } from '../scene'

export type AtRiskRow = {
  readonly userId: UserId
  readonly name: string
  readonly reasons: readonly RiskReason[]
  readonly snooze: ActiveSnooze | null
}

/**
 * The learners who need attention, those with the most reasons first. Snoozed ones are listed
 * separately.
 */
export type AtRisk = {
  readonly atRisk: readonly AtRiskRow[]
  readonly snoozed: readonly AtRiskRow[]
}

export function atRiskOf(scene: CohortScene, snoozes: ReadonlyMap<UserId, RiskSnooze>): AtRisk {
  const names = instructorNames(scene)
  const nameOf = (id: UserId) => names.get(id) ?? 'a former instructor'
  const rows = scene.learners
    .map((learner): AtRiskRow => {
      const { id: userId, name } = learner.user
      return {
        userId,
        name,
        reasons: statusOf(scene, learner).reasons,
        snooze: activeSnooze(snoozes.get(userId), learner.today, nameOf),
      }
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || a.name.localeCompare(b.name, 'en'))
  return {
    atRisk: rows.filter(({ snooze }) => snooze === null),
    snoozed: rows.filter(({ snooze }) => snooze !== null),
  }
}
