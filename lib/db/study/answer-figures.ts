import 'server-only'
import { z } from 'zod'
import { MINUTE_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import { addDays, type StudyDay, startOfUtcDay } from '../../kernel/study-day'
import { hourIn } from '../../kernel/zone'
import type { CalibrationBin } from '../../review/calibration'
import type { HourFigures } from '../../review/view/progress'
import { rowsOf } from '../connection/rows-of'
import { notUndone } from './undone'

const QUARTER_MS = 15 * MINUTE_MS

const quarterFigures = z.object({
  /** Quarters of an hour since 1970: no zone is off by less. */
  quarter: z.number(),
  reviews: z.number(),
  tested: z.number(),
  passed: z.number(),
})

const calibrationBin: z.ZodType<CalibrationBin> = z.object({
  stated: z.number(),
  n: z.number(),
  right: z.number(),
})

/**
 * Grades since `from` (a study day) by hour of day in `zone`. Postgres is not asked for the hour: its
 * list of zones may be older than that of the browser in which the zone was chosen.
 */
export async function gradesByHour(
  userId: UserId,
  from: StudyDay,
  zone: string,
): Promise<HourFigures[]> {
  const quarters = await rowsOf(quarterFigures)`
    SELECT floor(extract(epoch FROM e."at") / 900)::int AS "quarter",
      count(*)::int AS "reviews",
      count(e."predictedRecall")::int AS "tested",
      count(*) FILTER (WHERE e."predictedRecall" IS NOT NULL AND e."rating" >= 2)::int AS "passed"
    FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."kind" = 'grade' AND e."day" >= ${from}
      AND e."at" >= ${new Date(startOfUtcDay(addDays(from, -2)))}::timestamptz
      AND ${notUndone('e')}
    GROUP BY 1`
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
export async function answersByConfidence(userId: UserId): Promise<CalibrationBin[]> {
  return rowsOf(calibrationBin)`
    SELECT e."confidence"::float8 / 100 AS "stated", count(*)::int AS "n",
      count(*) FILTER (WHERE COALESCE(e."correct", e."rating" >= 2))::int AS "right"
    FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."confidence" IS NOT NULL
      AND ${notUndone('e')}
    GROUP BY 1 ORDER BY 1`
}

/** Recall the scheduler predicted against what came, in steps of 5 percent. */
export async function answersByPrediction(userId: UserId): Promise<CalibrationBin[]> {
  return rowsOf(calibrationBin)`
    SELECT avg(e."predictedRecall")::float8 AS "stated", count(*)::int AS "n",
      count(*) FILTER (WHERE e."rating" >= 2)::int AS "right"
    FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."kind" = 'grade' AND e."predictedRecall" < 0.995
      AND ${notUndone('e')}
    GROUP BY width_bucket(e."predictedRecall", 0, 1, 20) ORDER BY 1`
}
