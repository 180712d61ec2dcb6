import 'server-only'
import { changed } from '../../audit/changed'
import type { Flag } from '../../cohort/flag'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { insertNote } from '../../db/reminder/notifications'
import { flagsOf, answerFlag as writeAnswer } from '../../db/study/flags'
import { AppError } from '../../kernel/app-error'
import { isUuid } from '../../kernel/ids'
import { severalLines } from '../../kernel/visible-text'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { CohortScope, OpenCohortScope } from '../scope'

const LONGEST = 2000

export type FlagReply = {
  readonly flagId: string
  /** Null if there is no new reply. An earlier reply then stays. */
  readonly reply: string | null
  readonly solved: boolean
  /** The revision that corrects the question, or null. */
  readonly mendedBy: number | null
  readonly now: number
}

/**
 * Replies to a flag, marks it as solved or open, and names the correction. The learner finds the
 * reply among their flags and gets a notification. Throws not_found, invalid_input.
 */
export async function answerFlag(scope: OpenCohortScope, input: FlagReply): Promise<void> {
  const { cohort, viewer } = scope
  const { now } = input
  const flag = await flagIn(scope, input.flagId)
  const reply = severalLines(input.reply ?? '') || null
  if (reply !== null && reply.length > LONGEST) {
    throw new AppError(
      'invalid_input',
      `A reply can have at most ${LONGEST} characters. Nothing was sent.`,
    )
  }
  const { look } = await requireCourse(scope)
  assertCorrects(flag, look.question(flag.questionId)?.revision ?? null, input.mendedBy)
  await together(async () => {
    await writeAnswer(flag, {
      ...(reply === null ? {} : { reply, repliedAt: now, repliedById: viewer.id }),
      solvedAt: input.solved ? (flag.solvedAt ?? now) : null,
      solvedById: input.solved ? viewer.id : null,
      mendedBy: input.mendedBy,
    })
    if (reply !== null) await tellLearner(flag, viewer.name, now)
    const detail = {
      user: flag.userId,
      cohort: cohort.id,
      flag: flag.id,
      question: flag.questionId,
      ...(reply !== null && { replyBefore: flag.reply, reply }),
      ...changed('solved', flag.solvedAt === null ? 'no' : 'yes', input.solved ? 'yes' : 'no'),
      ...changed('correction', flag.mendedBy, input.mendedBy),
    }
    await recordAudit({ at: now, actorId: viewer.id, kind: 'flag_answered', detail })
  })
}

/** A flag raised by a learner of this cohort. Throws not_found. */
async function flagIn(scope: CohortScope, flagId: string): Promise<Flag> {
  const learners = isUuid(flagId) ? learnersIn(await groundOf(scope)) : []
  const flags = await flagsOf(learners.map(({ id }) => id))
  const flag = flags.find(({ id }) => id === flagId)
  if (flag) return flag
  throw new AppError('not_found', 'There is no such flag in this cohort. Nothing was changed.')
}

function assertCorrects(flag: Flag, present: number | null, mendedBy: number | null): void {
  if (mendedBy === null) return
  if (present !== null && mendedBy > flag.revision && mendedBy <= present) return
  throw new AppError(
    'invalid_input',
    'That revision is not a correction made after the flag. Nothing was changed.',
  )
}

const tellLearner = (flag: Flag, by: string, at: number) =>
  insertNote(flag.userId, at, {
    kind: 'reply',
    title: `${by} replied to your flag`,
    body: 'Your instructor replied to a question that you flagged.',
    href: '/flags',
  })
