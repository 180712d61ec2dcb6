import 'server-only'
import { type CohortView, cohortView } from '../../cohort/view/cohort-view'
import { paged } from '../../cohort/view/paging'
import { learnerFigures } from '../../db/cohort/learner-figures'
import { usableInvitationsInto } from '../../db/people/invitations'
import { studyDayOf } from '../../kernel/study-day'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'

/**
 * The people of a cohort. `page` is from 1, or null for all learners. Throws course_not_published.
 */
export async function loadCohort(
  scope: CohortScope,
  { now, page }: { readonly now: number; readonly page: number | null },
): Promise<CohortView> {
  const [{ catalogue }, ground] = await Promise.all([requireCourse(scope), groundOf(scope)])
  const { cohort, members } = ground
  const lessons = catalogue.lessons.map(({ id }) => id)
  const shown = paged(learnersIn(ground), page)
  const people = shown.rows.map(({ id, clock }) => ({ userId: id, today: studyDayOf(now, clock) }))
  const [invitations, figures] = await Promise.all([
    usableInvitationsInto(cohort.id, now),
    learnerFigures(people, lessons),
  ])
  return cohortView(cohort, { members, shown, figures, invitations, lessonsTotal: lessons.length })
}
