import 'server-only'
import { AppError } from '../../kernel/app-error'
import type { SourceId } from '../../kernel/ids'
import { type SourceView, sourceView } from '../../reference/view/source'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'
import { documentCopy } from './source-documents'

/** Throws not_found, course_not_published. */
export async function loadSource(scope: LearnerScope, id: SourceId): Promise<SourceView> {
  const { look } = await requireCourse(scope)
  const source = look.source(id)
  if (source) return sourceView(look, source, await documentCopy(source.id))
  throw new AppError('not_found', 'The course has no such document. Open it from Sources.')
}
