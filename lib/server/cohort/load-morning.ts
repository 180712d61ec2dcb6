import 'server-only'
import { cohortsWithLearners } from '../../db/cohort/cohorts'
import { snoozesOf } from '../../db/cohort/risk-snoozes'
import type { CohortId, UserId } from '../../kernel/ids'
import { actor, assertInstructor } from '../access'
import { sceneOf } from './cohort-scene'
import { type ItemRow, itemRows, suspectsFirst } from './load-item-analysis'
import { type AtRiskRow, flaggedIn } from './load-readiness'

/** What an instructor looks at first: whom to talk to, and which questions are broken. */
export type CohortMorning = {
  readonly id: CohortId
  readonly name: string
  readonly analysts: number
  /** Not those that are snoozed. */
  readonly atRisk: readonly AtRiskRow[]
  /** Questions that something speaks against, the worst first. */
  readonly suspects: readonly ItemRow[]
  readonly openFlags: number
}

/** Every cohort the actor runs that is open and has analysts, by name. Throws not_allowed, course_not_published. */
export async function loadMorning(input: {
  readonly actorId: UserId
  readonly now: number
}): Promise<readonly CohortMorning[]> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohorts = await cohortsWithLearners(user.role === 'admin' ? null : user.id)
  return Promise.all(
    cohorts
      .filter(({ archived, learnerIds }) => !archived && learnerIds.length > 0)
      .map(async (cohort) => {
        const [scene, snoozes] = await Promise.all([
          sceneOf(cohort, input.now),
          snoozesOf(cohort.id),
        ])
        const rows = await itemRows(scene, scene.course.catalogue.questions)
        return {
          ...{ id: cohort.id, name: cohort.name, analysts: scene.analysts.length },
          atRisk: flaggedIn(scene, snoozes).filter(({ snooze }) => snooze === null),
          openFlags: rows.reduce((sum, { flags }) => sum + flags, 0),
          suspects: rows.filter(({ findings }) => findings.length > 0).toSorted(suspectsFirst),
        }
      }),
  )
}
