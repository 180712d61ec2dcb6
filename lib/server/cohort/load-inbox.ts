import 'server-only'
import { type InboxView, inboxView } from '../../cohort/view/inbox-view'
import { flagsOf } from '../../db/study/flags'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'

/** The flags raised by the learners of a cohort on what it learns. Throws course_not_published. */
export async function loadInbox(
  scope: CohortScope,
  { show }: { readonly show: 'open' | 'solved' },
): Promise<InboxView> {
  const [{ look, leavesOut }, ground] = await Promise.all([requireCourse(scope), groundOf(scope)])
  const all = await flagsOf(learnersIn(ground).map(({ id }) => id))
  const flags = all.filter(({ questionId }) => !leavesOut(questionId))
  const names = new Map(ground.members.map(({ id, name }) => [id, name]))
  return inboxView(ground.cohort, { flags, names, look, show })
}
