import 'server-only'
import { z } from 'zod'
import { MINUTE_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import { addDays, type StudyDay, startOfUtcDay } from '../../kernel/study-day'
import { hourIn } from '../../kernel/zone'
import type { CalibrationBin } from '../../review/calibration'
import type { HourFigures } from '../../review/view/progress'
import { instantWithOffset } from '../connection/instants'
import { type Reading, reading, readOne } from '../connection/read-together'
import { notUndone } from './undone'

const QUARTER_MS = 15 * MINUTE_MS

const quarterFigures = z.object({
  /** Quarters of an hour since 1970: no zone is off by less. */
  quarter: z.number(),
  reviews: z.number(),
  tested: z.number(),
  passed: z.number(),
})

type QuarterFigures = z.infer<typeof quarterFigures>

const calibrationBin: z.ZodType<CalibrationBin> = z.object({
  stated: z.number(),
  n: z.number(),
  right: z.number(),
})

const bins = (json: unknown): CalibrationBin[] => z.array(calibrationBin).parse(json)

/**
 * Grades since `from` (a study day) by hour of day in `zone`. Postgres is not asked for the hour: its
 * list of zones may be older than that of the browser in which the zone was chosen.
 */
export const gradesByHour = (
  userId: UserId,
  from: StudyDay,
  zone: string,
): Reading<HourFigures[]> =>
  reading((json) => byHour(z.array(quarterFigures).parse(json), zone))`
    SELECT coalesce(json_agg(q), '[]') FROM (
      SELECT floor(extract(epoch FROM e."at") / 900)::int AS "quarter",
        count(*)::int AS "reviews",
        count(e."predictedRecall")::int AS "tested",
        count(*) FILTER (WHERE e."predictedRecall" IS NOT NULL AND e."rating" >= 2)::int AS "passed"
      FROM "ReviewEvent" e
      WHERE e."userId" = ${userId}::uuid AND e."kind" = 'grade' AND e."day" >= ${from}::int
        AND e."at" >= ${instantWithOffset(new Date(startOfUtcDay(addDays(from, -2))))}::timestamptz
        AND ${notUndone()}
      GROUP BY 1
    ) q`

function byHour(quarters: readonly QuarterFigures[], zone: string): HourFigures[] {
  const hours = new Map<number, HourFigures>()
  for (const { quarter, reviews, tested, passed } of quarters) {
    const hour = hourIn(zone, quarter * QUARTER_MS)
    const before = hours.get(hour) ?? { hour, reviews: 0, tested: 0, passed: 0 }
    hours.set(hour, {
      hour,
      reviews: before.reviews + reviews,
      tested: before.tested + tested,
      passed: before.passed + passed,
    })
  }
  return [...hours.values()].toSorted((a, b) => a.hour - b.hour)
}

/** Answers by the confidence stated before the reveal: right by grading, else by one's own rating. */
export const byConfidence = (userId: UserId): Reading<CalibrationBin[]> => reading(bins)`
  SELECT coalesce(json_agg(b ORDER BY b."stated"), '[]') FROM (
    SELECT e."confidence"::float8 / 100 AS "stated", count(*)::int AS "n",
      count(*) FILTER (WHERE COALESCE(e."correct", e."rating" >= 2))::int AS "right"
    FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."confidence" IS NOT NULL
      AND ${notUndone()}
    GROUP BY 1
  ) b`

/** Recall the scheduler predicted against what came, in steps of 5 percent. */
export const byPrediction = (userId: UserId): Reading<CalibrationBin[]> => reading(bins)`
  SELECT coalesce(json_agg(b ORDER BY b."stated"), '[]') FROM (
    SELECT avg(e."predictedRecall")::float8 AS "stated", count(*)::int AS "n",
      count(*) FILTER (WHERE e."rating" >= 2)::int AS "right"
    FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."kind" = 'grade' AND e."predictedRecall" < 0.995
      AND ${notUndone()}
    GROUP BY width_bucket(e."predictedRecall", 0, 1, 20)
  ) b`

export const answersByConfidence = (userId: UserId): Promise<CalibrationBin[]> =>
  readOne(byConfidence(userId))

export const answersByPrediction = (userId: UserId): Promise<CalibrationBin[]> =>
  readOne(byPrediction(userId))
