import 'server-only'
import { type CoverageCounts, coverageCounts, coverageOf } from '../../course/coverage'
import type { Source } from '../../course/types'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

export type SourcesView = readonly {
  readonly source: Source
  readonly coverage: CoverageCounts
}[]

/** Every document of the course, in course order. Throws course_not_published. */
export async function loadSources(scope: LearnerScope): Promise<SourcesView> {
  const { catalogue, look } = await requireCourse(scope)
  return coverageOf(catalogue).flatMap(({ source: id, paragraphs }) => {
    const source = look.source(id)
    return source ? [{ source, coverage: coverageCounts(paragraphs) }] : []
  })
}
