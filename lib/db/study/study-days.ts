import 'server-only'
import { z } from 'zod'
import type { UserId } from '../../kernel/ids'
import { asStudyDay, type StudyDay } from '../../kernel/study-day'
import type { DayCounts } from '../../memory/log/day-counts'
import { database } from '../connection/client'
import { type Reading, reading, readOne } from '../connection/read-together'
import { rowsOf } from '../connection/rows-of'
import type { StudyDay as StudyDayRow } from '../generated/client'

export type DayRollUp = DayCounts & { readonly day: StudyDay }

const rollUp: z.ZodType<DayRollUp> = z.object({
  day: z.number().transform(asStudyDay),
  reviews: z.number(),
  introduced: z.number(),
  retentionTotal: z.number(),
  retentionPassed: z.number(),
  matureTotal: z.number(),
  maturePassed: z.number(),
  durationMs: z.number(),
})

/** Study days from `from` to `to`, both included, in order; days without a review are missing. */
export const rollUpsIn = (userId: UserId, from: StudyDay, to: StudyDay): Reading<DayRollUp[]> =>
  reading((json) => z.array(rollUp).parse(json))`
    SELECT coalesce(json_agg(d ORDER BY d."day"), '[]') FROM "StudyDay" d
    WHERE d."userId" = ${userId}::uuid AND d."day" BETWEEN ${from}::int AND ${to}::int`

const toRollUp = (row: StudyDayRow): DayRollUp => ({
  day: asStudyDay(row.day),
  reviews: row.reviews,
  introduced: row.introduced,
  retentionTotal: row.retentionTotal,
  retentionPassed: row.retentionPassed,
  matureTotal: row.matureTotal,
  maturePassed: row.maturePassed,
  durationMs: row.durationMs,
})

/** The same by itself. */
export const rollUpsBetween = (
  userId: UserId,
  from: StudyDay,
  to: StudyDay,
): Promise<DayRollUp[]> => readOne(rollUpsIn(userId, from, to))

/** Every study day of one person, in order. */
export async function rollUpsOf(userId: UserId): Promise<DayRollUp[]> {
  const rows = await database().studyDay.findMany({ where: { userId }, orderBy: { day: 'asc' } })
  return rows.map(toRollUp)
}

const recentRow = z.object({
  userId: z.string(),
  reviews: z.number(),
  introduced: z.number(),
  retentionTotal: z.number(),
  retentionPassed: z.number(),
  durationMs: z.number(),
})

type RecentCounts = Omit<z.infer<typeof recentRow>, 'userId'>

/** Sums over the last `days` study days up to each person's own `today`. People without any are missing. */
export async function recentRollUps(
  people: readonly { readonly userId: UserId; readonly today: StudyDay }[],
  days: number,
): Promise<ReadonlyMap<string, RecentCounts>> {
  const rows = await rowsOf(recentRow)`
    SELECT d."userId", sum(d."reviews")::int AS "reviews", sum(d."introduced")::int AS "introduced",
      sum(d."retentionTotal")::int AS "retentionTotal",
      sum(d."retentionPassed")::int AS "retentionPassed",
      sum(d."durationMs")::float8 AS "durationMs"
    FROM unnest(
      ${people.map((person) => person.userId)}::uuid[], ${people.map((person) => person.today)}::int[]
    ) AS p("userId", "today")
    JOIN "StudyDay" d ON d."userId" = p."userId"
      AND d."day" > p."today" - ${days}::int AND d."day" <= p."today"
    GROUP BY d."userId"`
  return new Map(rows.map(({ userId, ...counts }) => [userId, counts]))
}
