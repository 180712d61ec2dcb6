import 'server-only'
import { putSnooze, removeSnooze } from '../../db/cohort/risk-snoozes'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { addDays, studyDayOf } from '../../kernel/study-day'
import { severalLines } from '../../kernel/visible-text'
import type { OpenCohortScope } from '../scope'
import { learnerOf } from './learner-of'

/** The numbers of days for which a flag can be hidden. */
const SNOOZE_DAYS = [3, 7, 14, 28] as const
const LONGEST_NOTE = 1000

type Named = { readonly userId: UserId; readonly now: number }

/**
 * Hides a learner's at-risk flag for a number of their study days, and replaces an earlier snooze.
 * The note says why. Throws not_found, invalid_input.
 */
export async function snoozeRisk(
  scope: OpenCohortScope,
  input: Named & { readonly days: number; readonly note: string },
): Promise<void> {
  const { cohort, viewer } = scope
  const learner = await learnerOf(scope, input.userId)
  const note = severalLines(input.note)
  if (!SNOOZE_DAYS.some((days) => days === input.days)) {
    throw new AppError('invalid_input', 'Choose how long to snooze the flag. Nothing was changed.')
  }
  if (note === '' || note.length > LONGEST_NOTE) {
    throw new AppError(
      'invalid_input',
      `Give a reason of at most ${LONGEST_NOTE} characters. Nothing was changed.`,
    )
  }
  const untilDay = addDays(studyDayOf(input.now, learner.clock), input.days)
  const detail = { cohort: cohort.id, user: learner.id, days: input.days, note }
  await together(async () => {
    await putSnooze(cohort.id, learner.id, { untilDay, note, byId: viewer.id, at: input.now })
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'risk_snoozed', detail })
  })
}

/** Shows the flag again. Throws not_found. */
export async function endSnooze(scope: OpenCohortScope, input: Named): Promise<void> {
  const { cohort, viewer } = scope
  const learner = await learnerOf(scope, input.userId)
  const detail = { cohort: cohort.id, user: learner.id }
  await together(async () => {
    await removeSnooze(cohort.id, learner.id)
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'risk_snooze_ended', detail })
  })
}
