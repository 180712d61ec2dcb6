import 'server-only'
import { flagsOf } from '../../db/study/flags'
import type { QuestionId } from '../../kernel/ids'
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

/** The flags that the analysts of a cohort raised on a question, newest first. */
export async function loadItemFlags(
  scope: CohortScope,
  { questionId }: { readonly questionId: QuestionId },
): Promise<readonly ItemFlag[]> {
  const ground = await groundOf(scope)
  const names = new Map(ground.members.map(({ id, name }) => [id, name]))
  const people = learnersIn(ground).map(({ id }) => id)
  const flags = await flagsOf(people, questionId)
  return flags.map(({ id, userId, comment, revision, raisedAt, solvedAt, reply }) => ({
    ...{ id, comment, revision, raisedAt, reply },
    name: names.get(userId) ?? '',
    isSolved: solvedAt !== null,
  }))
}
