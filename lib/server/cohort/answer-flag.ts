import 'server-only'
import { recordAudit } from '../../db/people/audit'
import { insertNote } from '../../db/reminder/notifications'
import { type Flag, answerFlag as writeAnswer } from '../../db/study/flags'
import { AppError } from '../../kernel/app-error'
import type { CohortId, UserId } from '../../kernel/ids'
import { actor, assertInstructor, openCohortOf } from '../access'
import { requireCourse } from '../current-course'
import { flagIn } from './load-inbox'

const LONGEST = 2000

export type FlagReply = {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly flagId: string
  /** Null: no reply, or the one that is there stays. */
  readonly reply: string | null
  readonly solved: boolean
  /** The revision that mends it; null: none. */
  readonly mendedBy: number | null
  readonly now: number
}

/**
 * Replies to a flag, marks it solved or open again, and names the correction. The analyst finds the
 * reply among their flags, and a note of it in the app. Throws not_allowed, not_found, invalid_input.
 */
export async function answerFlag(input: FlagReply): Promise<void> {
  const { now } = input
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await openCohortOf(user, input.cohortId)
  const flag = await flagIn(cohort.id, input.flagId)
  if (!flag) {
    throw new AppError('not_found', 'There is no such flag in this cohort. Nothing was changed.')
  }
  const reply = input.reply?.trim() || null
  if (reply !== null && reply.length > LONGEST) {
    throw new AppError(
      'invalid_input',
      `A reply has at most ${LONGEST} characters. Nothing was sent.`,
    )
  }
  const { look } = await requireCourse()
  assertMends(flag, look.question(flag.questionId)?.revision ?? null, input.mendedBy)
  await writeAnswer(flag, {
    ...(reply === null ? {} : { reply, repliedAt: now, repliedById: user.id }),
    ...{ solvedAt: input.solved ? (flag.solvedAt ?? now) : null },
    ...{ solvedById: input.solved ? user.id : null, mendedBy: input.mendedBy },
  })
  if (reply !== null) await tellAnalyst(flag, user.name, now)
  const detail = { cohort: cohort.id, flag: flag.id, question: flag.questionId }
  await recordAudit({ at: now, actorId: user.id, kind: 'flag_answered', detail })
}

function assertMends(flag: Flag, present: number | null, mendedBy: number | null): void {
  if (mendedBy === null) return
  if (present !== null && mendedBy > flag.revision && mendedBy <= present) return
  throw new AppError(
    'invalid_input',
    'That revision is not a correction made after the flag. Nothing was changed.',
  )
}

const tellAnalyst = (flag: Flag, by: string, at: number) =>
  insertNote(flag.userId, at, {
    kind: 'reply',
    title: `${by} replied to your flag`,
    body: 'You flagged a question; the reply stands beside it.',
    href: '/flags',
  })
