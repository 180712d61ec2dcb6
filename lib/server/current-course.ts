import 'server-only'
import { type CourseId, viewOf } from '../course/courses'
import { type LookUp, lookUp } from '../course/look-up'
import type { Catalogue } from '../course/types'
import type { Cohort } from '../db/cohort/cohorts'
import { findCatalogue, newestPublication, type Publication } from '../db/course/published-course'
import { coursesReaching } from '../db/people/session-user'
import type { User } from '../db/people/users'
import { AppError } from '../kernel/app-error'

export type PublishedCourse = Publication & {
  readonly catalogue: Catalogue
  readonly look: LookUp
  /** Whether a question or a lesson belongs to courses that this leaves out. What nobody knows does not. */
  readonly leavesOut: (id: string) => boolean
}

declare global {
  var steppeCourse: PublishedCourse | undefined
}

/**
 * A scope, for what its person or its cohort learns. Most scopes know the newest version, because the
 * statement that proved the person has read it. Without a person and a cohort: everything that is published.
 */
export type Known = {
  readonly newest?: Publication | null | undefined
  readonly courses?: readonly CourseId[] | null | undefined
  readonly user?: Pick<User, 'id' | 'role'>
  readonly cohort?: Pick<Cohort, 'courses'>
}

/**
 * The courses as published last, from this process's cache when that is still the newest. Asks the
 * database which one is the newest, and what a learner learns, only if the scope does not know.
 */
export async function currentCourse(known: Known = {}): Promise<PublishedCourse | null> {
  const newest = known.newest === undefined ? await newestPublication() : known.newest
  if (!newest) return null
  const whole = await published(newest)
  return whole && courseFor(whole, await reachOf(known))
}

async function published(newest: Publication): Promise<PublishedCourse | null> {
  const cached = globalThis.steppeCourse
  if (cached?.version === newest.version && cached.hash === newest.hash) return cached
  const catalogue = await findCatalogue(newest.version)
  if (!catalogue) return null
  const look = lookUp(catalogue)
  globalThis.steppeCourse = { ...newest, catalogue, look, leavesOut: () => false }
  return globalThis.steppeCourse
}

/** The courses that a scope reaches; null for all. A cohort that names none learns all. */
async function reachOf({ cohort, courses, user }: Known): Promise<readonly CourseId[] | null> {
  if (cohort !== undefined) return cohort.courses.length === 0 ? null : cohort.courses
  if (user === undefined || user.role !== 'learner') return null
  return courses === undefined ? coursesReaching(user.id) : courses
}

const views = new WeakMap<Catalogue, PublishedCourse>()

/** What is published of these courses; the same object for the same courses. */
export function courseFor(
  whole: PublishedCourse,
  courses: readonly CourseId[] | null,
): PublishedCourse {
  const catalogue = viewOf(whole.catalogue, courses)
  if (catalogue === whole.catalogue) return whole
  const view = views.get(catalogue) ?? viewed(whole, catalogue)
  views.set(catalogue, view)
  return view
}

function viewed(whole: PublishedCourse, catalogue: Catalogue): PublishedCourse {
  const known = idsIn(whole.catalogue)
  const here = idsIn(catalogue)
  const leavesOut = (id: string) => known.has(id) && !here.has(id)
  return { ...whole, catalogue, look: lookUp(catalogue), leavesOut }
}

const idsIn = ({ course, lessons, questions }: Catalogue): ReadonlySet<string> =>
  new Set([...course.retired, ...lessons, ...questions].map(({ id }) => id))

/** The same for callers that need a course. Throws course_not_published. */
export async function requireCourse(known: Known = {}): Promise<PublishedCourse> {
  const course = await currentCourse(known)
  if (course) return course
  throw new AppError(
    'course_not_published',
    'No course is published yet. Restart the server: it publishes the courses from the content folder.',
  )
}
