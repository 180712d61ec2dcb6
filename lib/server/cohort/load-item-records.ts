import 'server-only'
import { questionHistory, type RevisionRow } from '../../course/question-history'
import { readOne, together } from '../../db/connection/read-together'
import { revisionsOf } from '../../db/course/question-revisions'
import { flagsOn } from '../../db/study/flags'
import { AppError } from '../../kernel/app-error'
import type { QuestionId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'

/** What an analyst of the cohort said of a question. */
export type ItemFlag = {
  readonly id: string
  readonly name: string
  readonly comment: string
  readonly revision: number
  readonly raisedAt: number
  readonly isSolved: boolean
  readonly reply: string | null
}

export type ItemRecords = {
  /** Those that the analysts of the cohort raised on the question, newest first. */
  readonly flags: readonly ItemFlag[]
  /** Every revision of the question, newest first. */
  readonly history: readonly RevisionRow[]
}

/** What is known of a question beside its figures. Throws not_found, course_not_published. */
export async function loadItemRecords(
  scope: CohortScope,
  { questionId }: { readonly questionId: QuestionId },
): Promise<ItemRecords> {
  const [{ look }, ground] = await Promise.all([requireCourse(scope), groundOf(scope)])
  const question = look.question(questionId)
  if (!question) throw new AppError('not_found', 'The course has no such question.')
  const names = new Map(ground.members.map(({ id, name }) => [id, name]))
  const people = learnersIn(ground).map(({ id }) => id)
  const { flags, published } = await readOne(
    together({ flags: flagsOn(questionId, people), published: revisionsOf(questionId) }),
  )
  return {
    flags: flags.map(({ id, userId, comment, revision, raisedAt, solvedAt, reply }) => ({
      ...{ id, comment, revision, raisedAt, reply },
      name: names.get(userId) ?? '',
      isSolved: solvedAt !== null,
    })),
    history: questionHistory(question, published),
  }
}
