import 'server-only'
import { type CohortView, cohortView, type LearnerFigures } from '../../cohort/view/cohort-view'
import { paged } from '../../cohort/view/paging'
import { cohortMembers } from '../../db/cohort/cohorts'
import { usableInvitations } from '../../db/people/invitations'
import { dueCounts } from '../../db/study/cards'
import { completedLessonCounts } from '../../db/study/lesson-progress'
import { recentRollUps } from '../../db/study/study-days'
import type { LessonId, UserId } from '../../kernel/ids'
import { type DayClock, studyDayOf } from '../../kernel/study-day'
import { requireCourse } from '../current-course'
import type { CohortScope } from '../scope'

/**
 * The people of a cohort. `page` is from 1, or null for all learners. Throws course_not_published.
 */
export async function loadCohort(
  { cohort, newest }: CohortScope,
  { now, page }: { readonly now: number; readonly page: number | null },
): Promise<CohortView> {
  const [{ catalogue }, members, invitations] = await Promise.all([
    requireCourse({ newest }),
    cohortMembers(cohort.id),
    usableInvitations(cohort.id, now),
  ])
  const lessons = catalogue.lessons.map(({ id }) => id)
  const shown = paged(
    members.filter(({ roleInCohort }) => roleInCohort === 'learner'),
    page,
  )
  const figures = await figuresOf(shown.rows, lessons, now)
  return cohortView(cohort, { members, shown, figures, invitations, lessonsTotal: lessons.length })
}

async function figuresOf(
  learners: readonly { readonly id: UserId; readonly clock: DayClock }[],
  lessons: readonly LessonId[],
  now: number,
): Promise<LearnerFigures> {
  const people = learners.map(({ id, clock }) => ({ userId: id, today: studyDayOf(now, clock) }))
  const ids = learners.map(({ id }) => id)
  const [lessonsDone, due, week, month] = await Promise.all([
    completedLessonCounts(ids, lessons),
    dueCounts(people),
    recentRollUps(people, 7),
    recentRollUps(people, 30),
  ])
  return { lessonsDone, due, week, month }
}
