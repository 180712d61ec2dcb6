import 'server-only'
import { questionHistory, type RevisionRow } from '../../course/question-history'
import { readOne } from '../../db/connection/read-together'
import { revisionsOf } from '../../db/course/question-revisions'
import { AppError } from '../../kernel/app-error'
import type { QuestionId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { InstructorScope } from '../scope'

/** Every revision of a question, newest first. Throws not_found, course_not_published. */
export async function loadQuestionHistory(
  scope: InstructorScope,
  { questionId }: { readonly questionId: QuestionId },
): Promise<readonly RevisionRow[]> {
  const { look } = await requireCourse(scope)
  const question = look.question(questionId)
  if (!question) throw new AppError('not_found', 'The course has no such question.')
  return questionHistory(question, await readOne(revisionsOf(questionId)))
}
