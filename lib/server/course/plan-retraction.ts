import 'server-only'
import { type Retraction, retractionOf, type Withdrawn } from '../../course/retraction'
import type { Withdrawal } from '../../course/types'
import { type LearnedBy, learnedBy } from '../../db/course/learned-by'
import { AppError } from '../../kernel/app-error'
import type { QuestionId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { InstructorScope } from '../scope'
import type { WholeScope } from '../whole-scope'

export type RetractionPlan = Retraction & {
  readonly withdrawn: Withdrawn
  /** The title of the source, or the statement of the fact. */
  readonly title: string
  /** Null unless it was withdrawn before. */
  readonly before: Withdrawal | null
  /** The version that this was read from. */
  readonly version: number
  /** Who has learned one of the questions, by cohort: all cohorts, or those of an instructor. */
  readonly people: readonly LearnedBy[]
}

/** What withdrawing this would touch; it changes nothing. Throws not_found, course_not_published. */
export async function planRetraction(
  scope: InstructorScope | WholeScope,
  withdrawn: Withdrawn,
): Promise<RetractionPlan> {
  const { catalogue, look, version } = await requireCourse()
  const retraction = retractionOf(catalogue, withdrawn)
  if (retraction === null) {
    throw new AppError(
      'not_found',
      `The course has no ${withdrawn.kind} “${withdrawn.id}”. Nothing was changed.`,
    )
  }
  const { title, before } =
    withdrawn.kind === 'source'
      ? named(look.source(withdrawn.id)?.title, look.source(withdrawn.id)?.withdrawn)
      : named(look.fact(withdrawn.id)?.statement, look.fact(withdrawn.id)?.withdrawn)
  const isLimited = 'user' in scope && scope.user.role !== 'admin'
  const ids: readonly QuestionId[] = [
    ...retraction.alone.map(({ id }) => id),
    ...retraction.supported.map(({ question }) => question.id),
  ]
  const people = await learnedBy(ids, isLimited ? scope.user.id : null)
  return { ...retraction, withdrawn, title, before, version, people }
}

const named = (title: string | undefined, before: Withdrawal | null | undefined) => ({
  title: title ?? '',
  before: before ?? null,
})
