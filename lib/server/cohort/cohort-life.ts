import 'server-only'
import { markArchived, updateCohortName } from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { checkName } from '../check-account-input'
import type { InstructedCohortScope, OpenCohortScope } from '../scope'

type Input = { readonly now: number }

/** Throws invalid_input. */
export async function renameCohort(
  { cohort, viewer }: OpenCohortScope,
  input: Input & { readonly name: string },
): Promise<void> {
  const name = checkName(input.name)
  const detail = { cohort: cohort.id, nameBefore: cohort.name, name }
  await together(async () => {
    await updateCohortName(cohort.id, name)
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'cohort_renamed', detail })
  })
}

/**
 * Archives a cohort. It can be read, but nobody can join it or change anything in it, and its
 * assignments are paused. The schedules of its learners continue. Harmless when repeated.
 */
export async function archiveCohort(
  { cohort, viewer }: InstructedCohortScope,
  { now }: Input,
): Promise<void> {
  if (cohort.archived) return
  const detail = { cohort: cohort.id, name: cohort.name }
  await together(async () => {
    await markArchived(cohort.id, now)
    await recordAudit({ at: now, actorId: viewer.id, kind: 'cohort_archived', detail })
  })
}

/** Opens an archived cohort again. This is the only change that an archived cohort allows. */
export async function reopenCohort(
  { cohort, viewer }: InstructedCohortScope,
  { now }: Input,
): Promise<void> {
  const detail = { cohort: cohort.id, name: cohort.name }
  await together(async () => {
    await markArchived(cohort.id, null)
    await recordAudit({ at: now, actorId: viewer.id, kind: 'cohort_reopened', detail })
  })
}
