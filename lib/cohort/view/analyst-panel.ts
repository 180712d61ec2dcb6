import type { UserId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import { type LearnerStatus, statusOf } from '../learner-status'
import type { Readiness } from '../readiness'
import type { RecentWork } from '../recent-work'
import { type ActiveSnooze, activeSnooze, type RiskSnooze } from '../risk-snooze'
import { type CohortScene, instructorNames } from '../scene'
import type { ReadinessRow } from './readiness-row'

/** What the matrix says of one analyst beside it. */
export type AnalystPanel = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly joined: string
  readonly lastSeenAt: number | null
  readonly overall: Readiness
  readonly recent: RecentWork
  readonly status: LearnerStatus
  readonly snooze: ActiveSnooze | null
}

/** Null for somebody who does not learn in this cohort. */
export function analystPanel(
  scene: CohortScene,
  who: string | null,
  {
    snoozes,
    row,
  }: {
    readonly snoozes: ReadonlyMap<UserId, RiskSnooze>
    readonly row: ReadinessRow | undefined
  },
): AnalystPanel | null {
  const learner = scene.learners.find(({ user }) => user.id === who)
  if (learner === undefined || row === undefined) return null
  const { user, joinedDay, today } = learner
  const names = instructorNames(scene)
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    joined: isoDate(joinedDay),
    lastSeenAt: user.lastSeenAt,
    overall: row.overall,
    recent: row.recent,
    status: statusOf(scene, learner),
    snooze: activeSnooze(
      snoozes.get(user.id),
      today,
      (id) => names.get(id) ?? 'a former instructor',
    ),
  }
}
