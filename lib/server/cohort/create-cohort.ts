import 'server-only'
import { uuidv7 } from 'uuidv7'
import { insertCohort } from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { asCohortId, type CohortId } from '../../kernel/ids'
import { checkName } from '../check-account-input'
import type { InstructorScope } from '../scope'

/** The viewer becomes its instructor. Throws invalid_input. */
export async function createCohort(
  { user }: InstructorScope,
  input: { readonly name: string; readonly now: number },
): Promise<CohortId> {
  const id = asCohortId(uuidv7())
  const name = checkName(input.name)
  const detail = { cohort: id, name }
  await together(async () => {
    await insertCohort({ id, name, createdAt: input.now, createdById: user.id })
    await recordAudit({ at: input.now, actorId: user.id, kind: 'cohort_created', detail })
  })
  return id
}
