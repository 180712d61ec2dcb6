import 'server-only'
import { putSnooze, removeSnooze } from '../../db/cohort/risk-snoozes'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { CohortId, UserId } from '../../kernel/ids'
import { addDays, studyDayOf } from '../../kernel/study-day'
import { actor, assertInstructor, openCohortOf } from '../access'
import { analystOf } from './analyst-of'

/** Days that a flag may rest. */
const SNOOZE_DAYS = [3, 7, 14, 28] as const
const LONGEST_NOTE = 1000

type Named = { readonly actorId: UserId; readonly cohortId: CohortId; readonly userId: UserId }

/**
 * Puts an analyst's at-risk flag to rest for so many of their study days, in place of an earlier
 * rest. The note says why. Throws not_allowed, not_found, invalid_input.
 */
export async function snoozeRisk(
  input: Named & { readonly days: number; readonly note: string; readonly now: number },
): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await openCohortOf(user, input.cohortId)
  const analyst = await analystOf(cohort.id, input.userId)
  const note = input.note.trim()
  if (!SNOOZE_DAYS.some((days) => days === input.days)) {
    throw new AppError('invalid_input', 'Choose for how long. Nothing was changed.')
  }
  if (note === '' || note.length > LONGEST_NOTE) {
    throw new AppError(
      'invalid_input',
      `Say in a word why, in at most ${LONGEST_NOTE} characters. Nothing was changed.`,
    )
  }
  const untilDay = addDays(studyDayOf(input.now, analyst.clock), input.days)
  await putSnooze(cohort.id, analyst.id, { untilDay, note, byId: user.id, at: input.now })
  const detail = { cohort: cohort.id, user: analyst.id, days: input.days }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'risk_snoozed', detail })
}

/** Lets the flag be seen again. Throws not_allowed, not_found. */
export async function endSnooze(input: Named & { readonly now: number }): Promise<void> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await openCohortOf(user, input.cohortId)
  const analyst = await analystOf(cohort.id, input.userId)
  await removeSnooze(cohort.id, analyst.id)
  const detail = { cohort: cohort.id, user: analyst.id }
  await recordAudit({ at: input.now, actorId: user.id, kind: 'risk_snooze_ended', detail })
}
