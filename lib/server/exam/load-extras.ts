import 'server-only'
import { accommodationsIn, allowancesAt } from '../../db/exam/allowances'
import type { ExtraTime } from '../../exam/allowance'
import type { ExamId, UserId } from '../../kernel/ids'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope } from '../scope'
import { examIn } from './exam-in'

export type Extra = ExtraTime & {
  readonly userId: UserId
  readonly name: string
  readonly extraAttempts: number
  readonly reason: string
  /** When it was given (ms). */
  readonly at: number
}

export type ExtrasView = {
  /** Who has something extra, by name. */
  readonly extras: readonly Extra[]
  /** The analysts of the cohort, by name. */
  readonly analysts: readonly { readonly userId: UserId; readonly name: string }[]
}

/** What analysts get at one exam beyond its rules. Throws not_found. */
export async function loadAllowances(
  scope: CohortScope,
  { examId }: { readonly examId: ExamId },
): Promise<ExtrasView> {
  const exam = await examIn(scope, examId)
  return viewOf(scope, await allowancesAt(exam.id))
}

/** Who gets more time at every exam of the cohort. */
export const loadAccommodations = async (scope: CohortScope): Promise<ExtrasView> =>
  viewOf(
    scope,
    (await accommodationsIn(scope.cohort.id)).map((each) => ({ ...each, extraAttempts: 0 })),
  )

async function viewOf(
  scope: CohortScope,
  given: readonly Omit<Extra, 'name'>[],
): Promise<ExtrasView> {
  const analysts = learnersIn(await groundOf(scope)).map(({ id, name }) => ({ userId: id, name }))
  return {
    analysts,
    // Of somebody who left the cohort nothing is shown; it holds again when they come back.
    extras: analysts.flatMap(({ userId, name }) =>
      given
        .filter((each) => each.userId === userId)
        .map(({ extraMinutes, extraPercent, extraAttempts, reason, at }) => ({
          ...{ userId, name, extraMinutes, extraPercent, extraAttempts, reason, at },
        })),
    ),
  }
}
