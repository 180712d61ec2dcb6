import 'server-only'
import { type CohortId, isUuid, type UserId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import { namedRows } from '../connection/named-statement'
import { USER_COLUMNS } from '../people/session-user'
import { flagNotUndone } from '../study/undone'
import { type CohortGround, groundRow, listedRow, toGround } from './cohort-ground-row'

/** Each part as one value of JSON. `ofOpen`: archived cohorts have none. */
const parts = (ofOpen: boolean): string =>
  Object.entries(PARTS)
    .map(([name, select]) =>
      ofOpen
        ? `CASE WHEN c."archivedAt" IS NULL THEN (${select}) END AS "${name}"`
        : `(${select}) AS "${name}"`,
    )
    .join(', ')

const LEARNERS = `FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
  WHERE m."cohortId" = c."id" AND m."role" = 'learner' AND u."disabledAt" IS NULL`

const PARTS = {
  members: `SELECT json_agg(m) FROM (
    SELECT ${USER_COLUMNS}, m."role" AS "roleInCohort", m."joinedAt",
      COALESCE(v."version", 0) AS "cardsVersion"
    FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    LEFT JOIN "CardsVersion" v ON v."userId" = m."userId"
    WHERE m."cohortId" = c."id" ORDER BY u."name", u."id"
  ) m`,
  assignments: `SELECT json_agg(a) FROM (
    SELECT a."id", a."cohortId", a."kind", a."targetId", a."reach", a."dueDay", a."dueAfterDays",
      a."targetReadiness",
      (SELECT json_agg(e) FROM "AssignmentExtension" e WHERE e."assignmentId" = a."id")
        AS "extensions"
    FROM "Assignment" a WHERE a."cohortId" = c."id" ORDER BY a."createdAt", a."id"
  ) a`,
  snoozes: `SELECT json_agg(s) FROM "RiskSnooze" s WHERE s."cohortId" = c."id"`,
  models: `SELECT json_agg(o) FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    JOIN "MemoryModel" o ON o."userId" = u."id" AND o."version" = u."modelVersion"
    WHERE m."cohortId" = c."id"`,
  openFlags: `SELECT json_object_agg(f."questionId", f."open") FROM (
    SELECT f."questionId", count(*) AS "open"
    FROM "Flag" f WHERE f."userId" IN (SELECT m."userId" ${LEARNERS})
      AND f."solvedAt" IS NULL AND ${flagNotUndone.sql}
    GROUP BY f."questionId"
  ) f`,
}

const COHORT = `c."id", c."name", c."archivedAt" IS NOT NULL AS "archived", c."courses"`
const INSTRUCTED = `EXISTS (SELECT 1 FROM "Membership" i
  WHERE i."cohortId" = c."id" AND i."userId" = $2::uuid AND i."role" = 'instructor')`

const ONE = `SELECT ${COHORT}, ${parts(false)} FROM "Cohort" c WHERE c."id" = $1::uuid`
const ALL = `SELECT ${COHORT}, (SELECT count(*)::int ${LEARNERS}) AS "learners",
    (SELECT count(*)::int ${LEARNERS} AND EXISTS (
      SELECT 1 FROM "StudyDay" s WHERE s."userId" = m."userId" AND s."reviews" > 0
        AND s."day" > $1 - 7 AND s."day" <= $1
    )) AS "active", ${parts(true)}
  FROM "Cohort" c`
const BY_NAME = `ORDER BY c."name", c."id"`

/** The cohort, if this person instructs it; for `instructorId` null any cohort. */
export async function cohortGround(
  cohortId: CohortId,
  instructorId: UserId | null,
): Promise<CohortGround | null> {
  if (!isUuid(cohortId)) return null
  const [row] =
    instructorId === null
      ? await namedRows(ONE, [cohortId])
      : await namedRows(`${ONE} AND ${INSTRUCTED}`, [cohortId, instructorId])
  return row === undefined ? null : toGround(groundRow.parse(row))
}

export type CohortInList = CohortGround & {
  /** Learners whose accounts are not disabled, and how many of them answered in the last 7 days. */
  readonly learners: number
  readonly active: number
}

/**
 * The cohorts that this person instructs, by name; all cohorts for `instructorId` null. Of an
 * archived one only the cohort and the two numbers are read.
 */
export async function cohortGrounds(
  instructorId: UserId | null,
  today: StudyDay,
): Promise<readonly CohortInList[]> {
  const rows =
    instructorId === null
      ? await namedRows(`${ALL} ${BY_NAME}`, [today])
      : await namedRows(`${ALL} WHERE ${INSTRUCTED} ${BY_NAME}`, [today, instructorId])
  return rows.map((row) => {
    const { learners, active, ...rest } = listedRow.parse(row)
    return { ...toGround(rest), learners, active }
  })
}
