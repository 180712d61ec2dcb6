import 'server-only'
import { z } from 'zod'
import type { Flag } from '../../cohort/flag'
import { asQuestionId, asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import type { ReviewEvent } from '../../review/event'
import { database } from '../connection/client'
import { jsonInstant, jsonList } from '../connection/json-rows'
import { type Reading, reading, readOne } from '../connection/read-together'
import { Prisma } from '../generated/client'
import { storedAnswer } from './event-row'
import { flagNotUndone } from './undone'

const flagRow = z.object({
  id: z.string(),
  userId: z.string(),
  questionId: z.string(),
  revision: z.number(),
  comment: z.string(),
  answer: z.unknown(),
  raisedAt: jsonInstant,
  solvedAt: jsonInstant.nullable(),
  reply: z.string().nullable(),
  repliedAt: jsonInstant.nullable(),
  repliedById: z.string().nullable(),
  mendedBy: z.number().nullable(),
  seenAt: jsonInstant.nullable(),
})

const toFlag = (row: z.infer<typeof flagRow>): Flag => ({
  id: row.id,
  userId: asUserId(row.userId),
  questionId: asQuestionId(row.questionId),
  revision: row.revision,
  comment: row.comment,
  answer: storedAnswer(row.answer),
  raisedAt: row.raisedAt.getTime(),
  solvedAt: row.solvedAt?.getTime() ?? null,
  reply: row.reply,
  repliedAt: row.repliedAt?.getTime() ?? null,
  repliedById: row.repliedById === null ? null : asUserId(row.repliedById),
  mendedBy: row.mendedBy,
  seenAt: row.seenAt?.getTime() ?? null,
})

/** The row that an event raises, if it is a flag; what becomes of it is not known yet. */
export const raisedRow = (userId: UserId, { id, questionId, at, complaint }: ReviewEvent) =>
  complaint && { userId, id, questionId, ...complaint, raisedAt: new Date(at) }

/** Flags of these people, newest first, without the undone ones. */
export const flagsOf = (userIds: readonly UserId[]): Promise<Flag[]> =>
  readOne(flagsIn(userIds, Prisma.empty))

/** Those on one question. */
export const flagsOn = (questionId: QuestionId, userIds: readonly UserId[]): Reading<Flag[]> =>
  flagsIn(userIds, Prisma.sql`AND f."questionId" = ${questionId}`)

function flagsIn(userIds: readonly UserId[], among: Prisma.Sql): Reading<Flag[]> {
  return reading((json) => jsonList(flagRow).parse(json).map(toFlag))`
    SELECT json_agg(f ORDER BY f."raisedAt" DESC, f."id" DESC) FROM "Flag" f
    WHERE f."userId" = ANY(${[...userIds]}::uuid[]) ${among} AND ${flagNotUndone}`
}

/** What an instructor may say of a flag; what is not named stays. */
export type FlagAnswer = Partial<
  Pick<Flag, 'reply' | 'repliedAt' | 'repliedById' | 'solvedAt' | 'mendedBy'>
> & { readonly solvedById?: UserId | null }

/** A new reply has not been seen yet. */
export async function answerFlag(
  { userId, id }: Pick<Flag, 'userId' | 'id'>,
  answer: FlagAnswer,
): Promise<void> {
  const { repliedAt, solvedAt, ...rest } = answer
  await database().flag.update({
    where: { userId_id: { userId, id } },
    data: {
      ...rest,
      ...(repliedAt === undefined ? {} : { repliedAt: dated(repliedAt), seenAt: null }),
      ...(solvedAt === undefined ? {} : { solvedAt: dated(solvedAt) }),
    },
  })
}

const dated = (at: number | null) => (at === null ? null : new Date(at))

/** Replies to this person are seen from now on. */
export async function markRepliesSeen(userId: UserId, until: number, now: number): Promise<void> {
  await database().flag.updateMany({
    where: { userId, repliedAt: { lte: new Date(until) }, seenAt: null },
    data: { seenAt: new Date(now) },
  })
}
