import 'server-only'
import { z } from 'zod'
import type { ForecastBin, ForecastBytes, ScoreSums } from '../../cohort/forecast-record'
import { asCohortId, type CohortId, type UserId } from '../../kernel/ids'
import { asStudyDay, type StudyDay } from '../../kernel/study-day'
import { database } from '../connection/client'
import { readRows } from '../connection/read-rows'

/** What was forecast in a cohort of one person's questions on `day` for `horizonDays` later. */
export type StoredForecast = {
  readonly cohortId: CohortId
  readonly day: StudyDay
  readonly horizonDays: number
  /** Version of the published course whose order of questions the bytes follow. */
  readonly courseVersion: number
  readonly idle: ForecastBytes
  readonly planned: ForecastBytes
}

/** Every forecast of this person, in any cohort, that was not judged yet, the oldest first. */
export async function pendingForecasts(userId: UserId): Promise<StoredForecast[]> {
  const rows = await database().forecastSnapshot.findMany({
    where: { userId },
    orderBy: [{ day: 'asc' }, { horizonDays: 'asc' }],
  })
  return rows.map(({ cohortId, day, horizonDays, courseVersion, idle, planned }) => ({
    cohortId: asCohortId(cohortId),
    day: asStudyDay(day),
    horizonDays,
    courseVersion,
    idle: new Uint8Array(idle),
    planned: new Uint8Array(planned),
  }))
}

/** Keeps the first forecast of a day in each cohort. */
export async function insertForecasts(
  userId: UserId,
  forecasts: readonly StoredForecast[],
): Promise<void> {
  await database().forecastSnapshot.createMany({
    data: forecasts.map((forecast) => ({ userId, ...forecast })),
    skipDuplicates: true,
  })
}

/** A forecast, and how it did. */
export type JudgedForecast = {
  readonly forecast: Pick<StoredForecast, 'cohortId' | 'day' | 'horizonDays'>
  readonly bins: readonly ForecastBin[]
}

/** Notes how forecasts did and drops them, in one transaction; harmless when repeated. */
export async function replaceByScores(
  userId: UserId,
  judged: readonly JudgedForecast[],
): Promise<void> {
  const db = database()
  const scores = judged.flatMap(({ forecast: { cohortId, day, horizonDays }, bins }) =>
    bins.map((bin) => ({ userId, cohortId, day: day + horizonDays, horizonDays, ...bin })),
  )
  const over = judged.map(({ forecast: { cohortId, day, horizonDays } }) => ({
    ...{ cohortId, day, horizonDays },
  }))
  await db.$transaction([
    db.forecastScore.createMany({ data: scores, skipDuplicates: true }),
    db.forecastSnapshot.deleteMany({ where: { userId, OR: over } }),
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

/** Sums over what a cohort forecast of these people, for the study days from `from` on. */
export const scoresOf = (
  cohortId: CohortId,
  userIds: readonly UserId[],
  from: StudyDay,
): Promise<readonly ScoreSums[]> => readRows(sumsRow)`
    SELECT s."horizonDays", s."branch"::text, s."bin", sum(s."tested")::int AS "tested",
      sum(s."recalled")::int AS "recalled", sum(s."forecastSum") AS "forecastSum",
      sum(s."squaredSum") AS "squaredSum"
    FROM "ForecastScore" s
    WHERE s."userId" = ANY(${[...userIds]}::uuid[]) AND s."cohortId" = ${cohortId}::uuid
      AND s."day" >= ${from}
    GROUP BY s."horizonDays", s."branch", s."bin"`
