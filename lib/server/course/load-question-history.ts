import 'server-only'
import type { Change } from '../../course/revisions'
import { revisionsOf } from '../../db/course/question-revisions'
import { namesOf } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { QuestionId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { InstructorScope } from '../scope'

/** One revision of a question. The first one changed nothing. */
export type RevisionRow = {
  readonly revision: number
  readonly change: Change | null
  /** The version that first had it; null if it was never published. */
  readonly published: {
    readonly version: number
    readonly at: number
    /** Null for a start, the command line and deleted accounts. */
    readonly by: string | null
  } | null
}

/** Every revision of a question, newest first. Throws not_found, course_not_published. */
export async function loadQuestionHistory(
  scope: InstructorScope,
  { questionId }: { readonly questionId: QuestionId },
): Promise<readonly RevisionRow[]> {
  const { look } = await requireCourse(scope)
  const question = look.question(questionId)
  if (!question) throw new AppError('not_found', 'The course has no such question.')
  const first = new Map((await revisionsOf(questionId)).map((row) => [row.revision, row]))
  const people = [...first.values()].flatMap(({ publishedById }) => publishedById ?? [])
  const names = await namesOf(people)
  return Array.from({ length: question.revision }, (_, i) => question.revision - i).map(
    (revision) => {
      const found = first.get(revision)
      const by = found?.publishedById ?? null
      return {
        revision,
        change: question.changes.find((change) => change.revision === revision) ?? null,
        published: found
          ? {
              version: found.version,
              at: found.publishedAt,
              by: by === null ? null : (names.get(by) ?? null),
            }
          : null,
      }
    },
  )
}
