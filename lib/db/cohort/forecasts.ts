import 'server-only'
import type { ForecastBin, ForecastBytes, ScoreSums } from '../../cohort/forecast-record'
import type { UserId } from '../../kernel/ids'
import { asStudyDay, type StudyDay } from '../../kernel/study-day'
import { database } from '../connection/client'

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

/** Sums over these people and the study days from `from` on. */
export async function scoresOf(
  userIds: readonly UserId[],
  from: StudyDay,
): Promise<readonly ScoreSums[]> {
  const rows = await database().forecastScore.groupBy({
    by: ['horizonDays', 'branch', 'bin'],
    where: { userId: { in: [...userIds] }, day: { gte: from } },
    _sum: { tested: true, recalled: true, forecastSum: true, squaredSum: true },
  })
  return rows.map(({ horizonDays, branch, bin, _sum }) => ({
    horizonDays,
    bin,
    branch: branch === 'idle' ? 'idle' : 'planned',
    tested: _sum.tested ?? 0,
    recalled: _sum.recalled ?? 0,
    forecastSum: _sum.forecastSum ?? 0,
    squaredSum: _sum.squaredSum ?? 0,
  }))
}
