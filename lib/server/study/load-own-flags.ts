import 'server-only'
import type { Flag } from '../../cohort/flag'
import { namesOf } from '../../db/people/users'
import { flagsOf, markRepliesSeen } from '../../db/study/flags'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

export type OwnFlag = Pick<
  Flag,
  'id' | 'questionId' | 'comment' | 'raisedAt' | 'solvedAt' | 'reply' | 'repliedAt' | 'mendedBy'
> & {
  /** Null: the course asks it no more. */
  readonly prompt: string | null
  readonly repliedBy: string | null
  /** A reply that was not on this page before. */
  readonly fresh: boolean
  /** What the correction changed. */
  readonly change: string | null
}

/** What somebody flagged, newest first. Throws course_not_published. */
export async function loadOwnFlags({ user, newest }: LearnerScope): Promise<readonly OwnFlag[]> {
  const [{ look }, flags] = await Promise.all([requireCourse({ newest }), flagsOf([user.id])])
  const by = await namesOf(flags.flatMap(({ repliedById }) => repliedById ?? []))
  return flags.map((flag) => {
    const question = look.question(flag.questionId)
    const { id, questionId, comment, raisedAt, solvedAt, reply, repliedAt, mendedBy } = flag
    return {
      id,
      questionId,
      comment,
      raisedAt,
      solvedAt,
      reply,
      repliedAt,
      mendedBy,
      prompt: question?.prompt ?? null,
      repliedBy: flag.repliedById && (by.get(flag.repliedById) ?? 'An instructor'),
      fresh: repliedAt !== null && flag.seenAt === null,
      change: question?.changes.find(({ revision }) => revision === mendedBy)?.note ?? null,
    }
  })
}

/** The replies that were on the page count as seen. `until` (ms): when the newest of them was written. */
export const noteRepliesSeen = (
  { user }: LearnerScope,
  { until, now }: { readonly until: number; readonly now: number },
): Promise<void> => markRepliesSeen(user.id, until, now)
