import 'server-only'
import { findOwnDocument } from '../../db/authoring/own-documents'
import { AppError } from '../../kernel/app-error'
import type { SourceId } from '../../kernel/ids'
import { type DocumentCopy, type SourceView, sourceView } from '../../reference/view/source'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'
import { documentCopy } from './source-documents'

/** Throws not_found, course_not_published. */
export async function loadSource(scope: LearnerScope, id: SourceId): Promise<SourceView> {
  const { look } = await requireCourse(scope)
  const source = look.source(id)
  if (source) return sourceView(look, source, await copyOf(source.id))
  throw new AppError('not_found', 'The course has no such document. Open it from Sources.')
}

/** The text of a document that was added in the browser, or else the copy in a folder of this server. */
async function copyOf(id: SourceId): Promise<DocumentCopy> {
  const own = await findOwnDocument(id)
  if (own === null) return documentCopy(id)
  return { kind: 'held', texts: new Map(own.paragraphs.map((text, i) => [i + 1, text])) }
}
