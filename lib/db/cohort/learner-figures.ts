import 'server-only'
import { z } from 'zod'
import type { LearnerFigures } from '../../cohort/view/cohort-view'
import type { LessonId, UserId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import { readRows } from '../connection/read-rows'

const figuresRow = z.object({
  userId: z.string(),
  lessonsDone: z.number(),
  due: z.number(),
  reviewed7Days: z.number(),
  retentionTotal: z.number(),
  retentionPassed: z.number(),
})

/**
 * What the list of people says of each: finished lessons of `lessons`, cards that are due and not set
 * aside, and sums over 7 and 30 study days up to their own `today`.
 */
export async function learnerFigures(
  people: readonly { readonly userId: UserId; readonly today: StudyDay }[],
  lessons: readonly LessonId[],
): Promise<LearnerFigures> {
  const rows = await readRows(figuresRow)`
    SELECT p."userId"::text, d.*,
      (SELECT count(*)::int FROM "LessonProgress" l WHERE l."userId" = p."userId"
        AND l."completedAt" IS NOT NULL AND l."lessonId" = ANY(${[...lessons]}::text[])
      ) AS "lessonsDone",
      (SELECT count(*)::int FROM "Card" c WHERE c."userId" = p."userId"
        AND c."dueDay" <= p."today" AND NOT c."suspended"
        AND (c."buriedUntil" IS NULL OR c."buriedUntil" <= p."today")
      ) AS "due"
    FROM unnest(
      ${people.map((person) => person.userId)}::uuid[], ${people.map((person) => person.today)}::int[]
    ) AS p("userId", "today")
    CROSS JOIN LATERAL (
      SELECT COALESCE(sum(s."reviews") FILTER (WHERE s."day" > p."today" - 7), 0)::int
          AS "reviewed7Days",
        COALESCE(sum(s."retentionTotal"), 0)::int AS "retentionTotal",
        COALESCE(sum(s."retentionPassed"), 0)::int AS "retentionPassed"
      FROM "StudyDay" s WHERE s."userId" = p."userId"
        AND s."day" > p."today" - 30 AND s."day" <= p."today"
    ) d`
  return new Map(rows.map(({ userId, ...figures }) => [userId, figures]))
}
