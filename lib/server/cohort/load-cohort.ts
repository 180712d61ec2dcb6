import 'server-only'
import { type CohortView, cohortView, shownLearners } from '../../cohort/view/cohort-view'
import { PEOPLE_FIGURES } from '../../cohort/view/people-columns'
import { learnerFigures } from '../../db/cohort/learner-figures'
import { usableInvitationsInto } from '../../db/people/invitations'
import type { UserId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import type { TableQuery } from '../../table/shown-rows'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'

/**
 * The people of a cohort. `page` is from 1, or null for all learners, who come by name unless `order`
 * says otherwise. Throws course_not_published.
 */
export async function loadCohort(
  scope: CohortScope,
  {
    now,
    page,
    order = { column: 'name', falling: false },
    words = '',
  }: { readonly now: number; readonly page: number | null } & Partial<
    Pick<TableQuery, 'order' | 'words'>
  >,
): Promise<CohortView> {
  const [{ look }, ground] = await Promise.all([requireCourse(scope), groundOf(scope)])
  const { cohort, members } = ground
  const learners = learnersIn(ground)
  const query = { order, words, page }
  const figuresOf = (people: typeof learners) =>
    learnerFigures(
      people.map(({ id, clock }) => ({ userId: id, today: studyDayOf(now, clock) })),
      look.lessonIds,
    )
  // To sort by a figure, those of everybody are read; otherwise those on the page are enough.
  const isByFigure = PEOPLE_FIGURES.includes(order?.column ?? '')
  const onPage = isByFigure
    ? learners
    : learners.filter(isAmong(shownLearners(learners, new Map(), query).rows))
  const [invitations, figures] = await Promise.all([
    usableInvitationsInto(cohort.id, now),
    figuresOf(onPage),
  ])
  const shown = shownLearners(learners, figures, query)
  return cohortView(cohort, {
    members,
    shown,
    figures,
    invitations,
    lessonsTotal: look.lessonIds.length,
  })
}

function isAmong(shown: readonly { readonly id: UserId }[]) {
  const ids = new Set(shown.map(({ id }) => id))
  return ({ id }: { readonly id: UserId }) => ids.has(id)
}
