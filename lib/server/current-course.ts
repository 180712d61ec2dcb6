import 'server-only'
import { type LookUp, lookUp } from '../course/look-up'
import type { Catalogue } from '../course/types'
import { findCatalogue, newestPublication, type Publication } from '../db/course/published-course'
import { AppError } from '../kernel/app-error'

export type PublishedCourse = Publication & {
  readonly catalogue: Catalogue
  readonly look: LookUp
}

declare global {
  var steppeCourse: PublishedCourse | undefined
}

/** Most scopes know the newest version, because the statement that proved the person has read it. */
type Known = { readonly newest?: Publication | null | undefined }

/**
 * The course as published last, from this process's cache when that is still the newest. Asks the
 * database which one is the newest only if the scope does not know.
 */
export async function currentCourse(known: Known = {}): Promise<PublishedCourse | null> {
  const newest = known.newest === undefined ? await newestPublication() : known.newest
  if (!newest) return null
  const cached = globalThis.steppeCourse
  if (cached?.version === newest.version && cached.hash === newest.hash) return cached
  const catalogue = await findCatalogue(newest.version)
  if (!catalogue) return null
  globalThis.steppeCourse = { ...newest, catalogue, look: lookUp(catalogue) }
  return globalThis.steppeCourse
}

/** The same for callers that need a course. Throws course_not_published. */
export async function requireCourse(known: Known = {}): Promise<PublishedCourse> {
  const course = await currentCourse(known)
  if (course) return course
  throw new AppError(
    'course_not_published',
    'No course is published yet. Restart the server: it publishes the course from the content folder.',
  )
}
