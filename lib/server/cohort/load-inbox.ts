import 'server-only'
import { type InboxView, inboxView } from '../../cohort/view/inbox-view'
import { cohortMembers } from '../../db/cohort/cohorts'
import { flagsOf } from '../../db/study/flags'
import { requireCourse } from '../current-course'
import type { CohortScope } from '../scope'

/** The flags raised by the learners of a cohort. Throws course_not_published. */
export async function loadInbox(
  { cohort, newest }: CohortScope,
  { show }: { readonly show: 'open' | 'solved' },
): Promise<InboxView> {
  const [{ look }, members] = await Promise.all([
    requireCourse({ newest }),
    cohortMembers(cohort.id),
  ])
  const learners = members.filter(({ roleInCohort }) => roleInCohort === 'learner')
  const flags = await flagsOf(learners.map(({ id }) => id))
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return inboxView(cohort, { flags, names, look, show })
}
