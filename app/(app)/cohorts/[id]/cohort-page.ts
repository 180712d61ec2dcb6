import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireInstructor, type Viewer } from '@/lib/auth/viewer'
import { asCohortId, type CohortId, isUuid } from '@/lib/kernel/ids'
import { cohortHead } from '@/lib/server/cohort/cohort-head'

/** Who looks at which cohort, once a request; 404 for one that is not theirs. */
export const openCohort = cache(
  async (id: string): Promise<{ viewer: Viewer; cohortId: CohortId; name: string }> => {
    const viewer = await requireInstructor()
    if (!isUuid(id)) notFound()
    const cohortId = asCohortId(id)
    const { name } = await orNotFound(() => cohortHead({ actorId: viewer.userId, cohortId }))
    return { viewer, cohortId, name }
  },
)
