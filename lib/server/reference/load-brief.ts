import 'server-only'
import { AppError } from '../../kernel/app-error'
import type { ModuleId } from '../../kernel/ids'
import { type BriefView, briefView } from '../../reference/view/brief'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** Throws not_found, course_not_published. */
export async function loadBrief(scope: LearnerScope, id: ModuleId): Promise<BriefView> {
  const { look } = await requireCourse(scope)
  const module = look.module(id)
  if (module) return briefView(look, module)
  throw new AppError('not_found', 'The course has no such module. Open it from Course.')
}
