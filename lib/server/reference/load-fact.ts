import 'server-only'
import { AppError } from '../../kernel/app-error'
import type { FactId } from '../../kernel/ids'
import { type FactPageView, factPage } from '../../reference/view/fact-page'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** Throws not_found, course_not_published. */
export async function loadFact(scope: LearnerScope, id: FactId): Promise<FactPageView> {
  const { look } = await requireCourse(scope)
  const fact = look.fact(id)
  if (fact) return factPage(look, fact)
  throw new AppError('not_found', 'The course has no such fact.')
}
