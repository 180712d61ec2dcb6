import 'server-only'
import { uuidv7 } from 'uuidv7'
import { insertCohort } from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { asCohortId, type CohortId } from '../../kernel/ids'
import { checkName } from '../check-account-input'
import type { InstructorScope } from '../scope'
import { chosenOf } from './choose-courses'

/**
 * The viewer becomes its instructor. `courses`: the ids of what it learns; without them, everything that there
 * is now. Throws invalid_input.
 */
export async function createCohort(
  scope: InstructorScope,
  input: { readonly name: string; readonly courses?: readonly string[]; readonly now: number },
): Promise<CohortId> {
  const { user } = scope
  const id = asCohortId(uuidv7())
  const name = checkName(input.name)
  const courses = await chosenOf(scope.newest, input.courses ?? 'all')
  const detail = { cohort: id, name }
  await together(async () => {
    await insertCohort({ id, name, courses, createdAt: input.now, createdById: user.id })
    await recordAudit({ at: input.now, actorId: user.id, kind: 'cohort_created', detail })
  })
  return id
}
