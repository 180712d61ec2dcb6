import 'server-only'
import { faultsText } from '../../compiler/report/report'
import { type Marked, markWithdrawn } from '../../compiler/splice/mark-withdrawn'
import type { PartialDate } from '../../course/partial-date'
import type { Withdrawn } from '../../course/retraction'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'
import type { WholeScope } from '../whole-scope'
import { filesOfVersion } from './course-files-of'
import { planRetraction } from './plan-retraction'
import { publishFiles } from './publish-files'

export type ToRetract = {
  readonly withdrawn: Withdrawn
  readonly reason: string
  readonly date: PartialDate
  /** Whether questions that rest on it alone are asked no more. */
  readonly retire: boolean
  /** Whether those who know a question that rests on something else too are asked it again soon. */
  readonly retest: boolean
  /** The version for which somebody has seen what this touches. */
  readonly expectedVersion: number
  readonly now: number
}

export type Retracted = {
  readonly version: number
  readonly retired: number
  readonly retested: number
}

/**
 * Withdraws a source or a fact: marks it in the files of the newest version and publishes them as the
 * next one. To undo it, publish the version before once more. Throws not_found, invalid_input,
 * course_invalid, course_not_published.
 */
export async function retract(
  scope: InstructorScope | WholeScope,
  { withdrawn, reason, date, retire, retest, expectedVersion, now }: ToRetract,
): Promise<Retracted> {
  const plan = await planRetraction(scope, withdrawn)
  const retired = retire ? plan.alone : []
  const retested = retest ? plan.supported.map(({ question }) => question.id) : []
  const files = await filesOfVersion(plan.version)
  const questions = retired.map(({ id }): Marked => ({ kind: 'question', id }))
  const marked = markWithdrawn(files, [withdrawn, ...questions], { reason, date })
  const actorId = 'user' in scope ? scope.user.id : null
  const counts = { retired: retired.length, retested: retested.length }
  const made = await publishFiles(scope, {
    files: marked,
    origin: actorId === null ? 'stored' : 'browser',
    note: `Withdrawn: ${plan.title} ${reason}`,
    expectedVersion,
    retest: retested,
    also: async (version) => {
      const detail = { version, what: withdrawn.id, reason, since: date, ...counts }
      await recordAudit({ at: now, actorId, kind: 'course_retracted', detail })
    },
    now,
  })
  switch (made.outcome) {
    case 'published':
      return { version: made.version, ...counts }
    case 'unchanged':
      throw new AppError(
        'invalid_input',
        'It was withdrawn before, with this date and this reason. Nothing was changed.',
      )
    case 'outdated':
      throw new AppError(
        'invalid_input',
        `Somebody published version ${made.version} meanwhile. Nothing was changed. Look at what this touches once more, and then withdraw it.`,
      )
    case 'faulty':
      throw new AppError(
        'course_invalid',
        `The course would have faults. Nothing was changed.\n${faultsText(made.faults, '')}`,
      )
  }
}
