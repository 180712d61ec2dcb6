import type { LookUp } from '../course/look-up'
import type { Reach } from '../course/reach'
import type { Catalogue } from '../course/types'
import { AppError } from '../kernel/app-error'
import type { CohortId, UserId } from '../kernel/ids'
import type { DayClock, StudyDay } from '../kernel/study-day'
import type { Assignment } from './assignment'
import type { KeptPlan, PlanGround } from './kept-plan'
import type { LearnerMemory } from './learner-memory'
import type { DaysDone } from './study-pace'

/** A published course. The columns of a `LearnerMemory` follow the order of its questions. */
export type SceneCourse = {
  readonly version: number
  readonly catalogue: Catalogue
  readonly look: LookUp
}

/** One learner of a cohort at one moment, with days in their own time zone. */
export type LearnerScene = {
  readonly user: {
    readonly id: UserId
    readonly name: string
    readonly email: string
    readonly clock: DayClock
    readonly modelVersion: string | null
    readonly lastSeenAt: number | null
    readonly disabled: boolean
  }
  readonly joinedDay: StudyDay
  readonly today: StudyDay
  readonly memory: LearnerMemory
  readonly days: DaysDone
  /** What they chose themselves: how much of the course, and how much a day. */
  readonly reach: Reach
  readonly limits: Pick<PlanGround, 'newPerDay' | 'reviewsPerDay' | 'introducedToday'>
  readonly plan: KeptPlan
}

/** What the instructors' pages of one cohort are computed from. */
export type CohortScene = {
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly archived: boolean }
  readonly course: SceneCourse
  readonly assignments: readonly Assignment[]
  /** Sorted by name. */
  readonly learners: readonly LearnerScene[]
  readonly instructors: readonly { readonly id: UserId; readonly name: string }[]
}

/** Throws not_found for somebody who is not a learner in this cohort. */
export function learnerIn({ learners }: CohortScene, userId: UserId): LearnerScene {
  const learner = learners.find(({ user }) => user.id === userId)
  if (learner) return learner
  throw new AppError('not_found', 'There is no such analyst in this cohort.')
}

/** The present instructors of the cohort. A former instructor is missing. */
export function instructorNames({
  instructors,
}: Pick<CohortScene, 'instructors'>): ReadonlyMap<UserId, string> {
  return new Map(instructors.map(({ id, name }) => [id, name]))
}
