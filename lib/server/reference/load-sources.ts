import 'server-only'
import { type CoverageCounts, coverageCounts, coverageOf } from '../../course/coverage'
import type { Source } from '../../course/types'
import type { UserId } from '../../kernel/ids'
import { actor } from '../access'
import { requireCourse } from '../current-course'

export type SourcesView = readonly {
  readonly source: Source
  readonly coverage: CoverageCounts
}[]

/** Every document of the course, in course order. Throws not_allowed, course_not_published. */
export async function loadSources(input: { userId: UserId }): Promise<SourcesView> {
  await actor(input.userId)
  const { catalogue, look } = await requireCourse()
  return coverageOf(catalogue).flatMap(({ source: id, paragraphs }) => {
    const source = look.source(id)
    return source ? [{ source, coverage: coverageCounts(paragraphs) }] : []
  })
}
