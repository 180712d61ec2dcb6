import 'server-only'
import { z } from 'zod'
import { DAY_MS } from '../../kernel/duration'
import { asQuestionId, type QuestionId, type UserId } from '../../kernel/ids'
import { addDays, type StudyDay, startOfUtcDay } from '../../kernel/study-day'
import type { ReviewEvent } from '../../review/event'
import { database } from '../connection/client'
import { instantWithOffset } from '../connection/instants'
import { type Reading, reading } from '../connection/read-together'
import { toReviewEvent, withAnswer } from './event-row'
import { notUndone } from './undone'

const FOLDED = { omit: { resulting: true, answer: true } } as const

/** The logs of several of a person's cards, in no promised order. */
export async function logOfCards(
  userId: UserId,
  questionIds: readonly QuestionId[],
): Promise<ReviewEvent[]> {
  const where = { userId, questionId: { in: [...questionIds] } }
  const rows = await database().reviewEvent.findMany({ where, ...FOLDED })
  return rows.map(toReviewEvent)
}

/** The same by card. */
export async function logsOfCards(
  userId: UserId,
  questionIds: readonly QuestionId[],
): Promise<ReadonlyMap<QuestionId, readonly ReviewEvent[]>> {
  const logs = new Map<QuestionId, ReviewEvent[]>()
  for (const event of await logOfCards(userId, questionIds)) {
    const log = logs.get(event.questionId) ?? []
    log.push(event)
    logs.set(event.questionId, log)
  }
  return logs
}

/** Questions graded on one study day, each once. */
export async function questionsGradedOn(userId: UserId, day: StudyDay): Promise<QuestionId[]> {
  // By instant first: that is what the index knows. No study day is two days from its date.
  const from = new Date(startOfUtcDay(addDays(day, -2)))
  const to = new Date(startOfUtcDay(addDays(day, 3)))
  const rows = await database().reviewEvent.findMany({
    where: { userId, at: { gte: from, lt: to }, day, kind: 'grade' },
    distinct: ['questionId'],
    select: { questionId: true },
  })
  return rows.map(({ questionId }) => asQuestionId(questionId))
}

/** The same with the answers that were given. */
export async function answeredLogOfCard(
  userId: UserId,
  questionId: QuestionId,
): Promise<ReviewEvent[]> {
  const rows = await database().reviewEvent.findMany({
    where: { userId, questionId },
    omit: { resulting: true },
  })
  return rows.map(({ answer, ...row }) => withAnswer(toReviewEvent(row), answer))
}

/** One person's whole log, in no promised order. */
export async function logOf(userId: UserId): Promise<ReviewEvent[]> {
  const rows = await database().reviewEvent.findMany({ where: { userId }, ...FOLDED })
  return rows.map(toReviewEvent)
}

/** Mean time (ms) of the latest grades, at most `take`; null without any. */
export const recentPace = (userId: UserId, take: number): Reading<number | null> =>
  reading(z.number().nullable().parse)`
    SELECT avg(coalesce(latest."durationMs", 0))::float8 FROM (
      SELECT e."durationMs" FROM "ReviewEvent" e
      WHERE e."userId" = ${userId}::uuid AND e."kind" = 'grade' AND ${notUndone()}
      ORDER BY e."at" DESC LIMIT ${take}::int
    ) latest`

/** A browser may have been without a network for so long (ms); what it sends then is dated when it was done. */
const LATE_MS = 2 * DAY_MS

/** Questions about which something was received at `since` (ms) or later, done within two days before it or after. */
export const recordedSince = (userId: UserId, since: number): Reading<QuestionId[]> =>
  reading((json) => z.array(z.string().transform(asQuestionId)).parse(json))`
    SELECT coalesce(json_agg(DISTINCT e."questionId"), '[]') FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."at" >= ${instantWithOffset(new Date(since - LATE_MS))}::timestamptz
      AND e."receivedAt" >= ${instantWithOffset(new Date(since))}::timestamptz`
