import 'server-only'
import { findCohort, insertMember, unarchivedCohorts } from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { cohortsOf } from '../../db/people/memberships'
import { insertNotices } from '../../db/reminder/notices'
import { AppError } from '../../kernel/app-error'
import { type CohortId, isUuid, type UserId } from '../../kernel/ids'
import { enrolledNotice } from '../../reminder/notices'
import type { AdminScope } from '../scope'
import { accountOf } from './account-keeper'

/**
 * Adds somebody who has an account to a cohort as an analyst, at once and without asking; they are told.
 * Only an administrator may, who sees every account anyway. Throws not_found, not_allowed, invalid_input.
 */
export async function enrolPerson(
  scope: AdminScope,
  input: { readonly userId: UserId; readonly cohortId: CohortId; readonly now: number },
): Promise<void> {
  const { now } = input
  const person = await accountOf(scope, input.userId)
  const cohort = isUuid(input.cohortId) ? await findCohort(input.cohortId) : null
  if (!cohort || cohort.archived) {
    throw new AppError(
      'not_found',
      'There is no such cohort, or it is archived. Nothing was changed. Choose one from the list.',
    )
  }
  if (person.disabled) {
    throw new AppError(
      'not_allowed',
      'This account is disabled. Nothing was changed. Enable it before you add the person to a cohort.',
    )
  }
  const { id: userId } = person
  const detail = { user: userId, cohort: cohort.id }
  const about = { id: cohort.id, name: cohort.name, by: scope.user.name, at: now }
  await together(async () => {
    if (!(await insertMember(cohort.id, { userId, role: 'learner', joinedAt: now }))) {
      throw new AppError(
        'invalid_input',
        `${person.name} is already in “${cohort.name}”. Nothing was changed.`,
      )
    }
    await recordAudit({ at: now, actorId: scope.user.id, kind: 'member_enrolled', detail })
    await insertNotices([{ userId, notice: enrolledNotice(about) }], now)
  })
}

/** The cohorts that this person is in, and the open ones that they can be added to, both by name. */
export async function loadEnrolment(
  scope: AdminScope,
  { userId }: { readonly userId: UserId },
): Promise<{
  readonly inside: readonly { readonly id: CohortId; readonly name: string }[]
  readonly choices: readonly { readonly id: CohortId; readonly name: string }[]
}> {
  const person = await accountOf(scope, userId)
  const [inside, open] = await Promise.all([cohortsOf(person.id), unarchivedCohorts()])
  const ids = new Set(inside.map(({ id }) => id))
  return {
    inside,
    choices: open
      .filter(({ id }) => !ids.has(id))
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  }
}
