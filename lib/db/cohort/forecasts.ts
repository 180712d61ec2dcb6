import 'server-only'
import { z } from 'zod'
import type { ForecastBin, ForecastBytes, ScoreSums } from '../../cohort/forecast-record'
import type { UserId } from '../../kernel/ids'
import { asStudyDay, type StudyDay } from '../../kernel/study-day'
import { database } from '../connection/client'
import { readRows } from '../connection/read-rows'

/** What was forecast of one person's questions on `day` for `horizonDays` later. */
export type StoredForecast = {
  readonly day: StudyDay
  readonly horizonDays: number
  /** Version of the published course whose order of questions the bytes follow. */
  readonly courseVersion: number
  readonly idle: ForecastBytes
  readonly planned: ForecastBytes
}

/** Every forecast of this person that was not judged yet, the oldest first. */
export async function pendingForecasts(userId: UserId): Promise<StoredForecast[]> {
  const rows = await database().forecastSnapshot.findMany({
    where: { userId },
    orderBy: [{ day: 'asc' }, { horizonDays: 'asc' }],
  })
  return rows.map(({ day, horizonDays, courseVersion, idle, planned }) => ({
    day: asStudyDay(day),
    horizonDays,
    courseVersion,
    idle: new Uint8Array(idle),
    planned: new Uint8Array(planned),
  }))
}

/** Keeps the first forecast of a day. */
export async function insertForecasts(
  userId: UserId,
  forecasts: readonly StoredForecast[],
): Promise<void> {
  await database().forecastSnapshot.createMany({
    data: forecasts.map((forecast) => ({ userId, ...forecast })),
    skipDuplicates: true,
  })
}

/** Notes how a forecast did and drops it, in one transaction; harmless when repeated. */
export async function replaceByScore(
  userId: UserId,
  { day, horizonDays }: Pick<StoredForecast, 'day' | 'horizonDays'>,
  bins: readonly ForecastBin[],
): Promise<void> {
  const db = database()
  const scored = day + horizonDays
  await db.$transaction([
    db.forecastScore.createMany({
      data: bins.map((bin) => ({ userId, day: scored, horizonDays, ...bin })),
      skipDuplicates: true,
    }),
    db.forecastSnapshot.deleteMany({ where: { userId, day, horizonDays } }),
  ])
}

const sumsRow: z.ZodType<ScoreSums> = z.object({
  horizonDays: z.number(),
  branch: z.enum(['idle', 'planned']),
  bin: z.number(),
  tested: z.number(),
  recalled: z.number(),
  forecastSum: z.number(),
  squaredSum: z.number(),
})

/** Sums over these people and the study days from `from` on. */
export const scoresOf = (
  userIds: readonly UserId[],
  from: StudyDay,
): Promise<readonly ScoreSums[]> => readRows(sumsRow)`
    SELECT s."horizonDays", s."branch"::text, s."bin", sum(s."tested")::int AS "tested",
      sum(s."recalled")::int AS "recalled", sum(s."forecastSum") AS "forecastSum",
      sum(s."squaredSum") AS "squaredSum"
    FROM "ForecastScore" s
    WHERE s."userId" = ANY(${[...userIds]}::uuid[]) AND s."day" >= ${from}
    GROUP BY s."horizonDays", s."branch", s."bin"`
