import 'server-only'
import { type SearchView, searchView } from '../../reference/view/found'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** At most `limit` of each kind. Throws course_not_published. */
export async function search(
  scope: LearnerScope,
  input: { readonly query: string; readonly limit: number },
): Promise<SearchView> {
  return searchView((await requireCourse(scope)).look, input)
}
