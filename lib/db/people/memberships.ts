import 'server-only'
import { asCohortId, type CohortId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'

/** The cohorts that somebody is in, archived ones included, by name. */
export async function cohortsOf(
  userId: UserId,
): Promise<readonly { readonly id: CohortId; readonly name: string }[]> {
  const rows = await database().cohort.findMany({
    where: { memberships: { some: { userId } } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name }) => ({ id: asCohortId(id), name }))
}
