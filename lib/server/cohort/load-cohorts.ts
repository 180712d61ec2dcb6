import 'server-only'
import { type CohortOverview, overviewView } from '../../cohort/view/overview-view'
import type { CohortGround } from '../../db/cohort/cohort-ground-row'
import { groupBy } from '../../kernel/group-by'
import type { CohortId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import { courseFor, type PublishedCourse, requireCourse } from '../current-course'
import { groundOf } from '../ground-of'
import { cohortScopes, type InstructorScope } from '../scope'
import { countedIn, sceneOf } from './cohort-scene'
import { fitsInMemory, heldMemories } from './held-memories'
import { itemFigures } from './item-figures'

export type CohortSummary = {
  readonly id: CohortId
  readonly name: string
  readonly archived: boolean
  readonly learners: number
  readonly activeLast7Days: number
}

export type CohortsView = {
  readonly cohorts: readonly CohortSummary[]
  /** Of the open ones that have learners. */
  readonly overview: readonly CohortOverview[]
}

/**
 * The cohorts that the viewer instructs, sorted by name. An administrator gets all cohorts. Throws
 * course_not_published.
 */
export async function loadCohorts(
  scope: InstructorScope,
  { now }: { readonly now: number },
): Promise<CohortsView> {
  // One clock for everybody is exact enough for "active in the last 7 days".
  const today = studyDayOf(now, scope.user.clock)
  const [whole, listed] = await Promise.all([requireCourse(scope), cohortScopes(scope, today)])
  const grounds = await Promise.all(listed.map((each) => groundOf(each.scope)))
  const overview = await overviewOf(
    whole,
    grounds.filter((ground) => countedIn(ground).length > 0),
    now,
  )
  return {
    cohorts: listed.map(({ scope: { cohort }, learners, active }) => ({
      id: cohort.id,
      name: cohort.name,
      archived: cohort.archived,
      learners,
      activeLast7Days: active,
    })),
    overview,
  }
}

/**
 * All that learn the same in one statement if what the process may keep is enough for it, else one cohort at
 * a time.
 */
async function overviewOf(
  whole: PublishedCourse,
  grounds: readonly CohortGround[],
  now: number,
): Promise<readonly CohortOverview[]> {
  const people = new Set(grounds.flatMap(countedIn).map(({ id }) => id))
  const learning = learningAlike(whole, grounds)
  const groups = fitsInMemory(whole, people.size)
    ? learning
    : learning.flatMap(({ course, alike }) => alike.map((each) => ({ course, alike: [each] })))
  const overviews = new Map<CohortGround, CohortOverview>()
  for (const { course, alike } of groups) {
    const held = await heldMemories(course, alike.flatMap(countedIn), now)
    for (const ground of alike) {
      const scene = sceneOf(course, ground, countedIn(ground), held, now)
      overviews.set(ground, overviewView(scene, ground.snoozes, itemFigures(scene, ground)))
    }
  }
  return grounds.flatMap((ground) => overviews.get(ground) ?? [])
}

/** Cohorts that learn the same courses together. */
export function learningAlike(
  whole: PublishedCourse,
  grounds: readonly CohortGround[],
): readonly { readonly course: PublishedCourse; readonly alike: readonly CohortGround[] }[] {
  const groups = groupBy(grounds, ({ cohort: { courses } }) =>
    courseFor(whole, courses.length === 0 ? null : courses),
  )
  return [...groups].map(([course, alike]) => ({ course, alike }))
}
