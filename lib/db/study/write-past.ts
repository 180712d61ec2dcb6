import 'server-only'
import type { PoolClient } from 'pg'
import type { ForecastBin } from '../../cohort/forecast-record'
import type { CohortId, LessonId, QuestionId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import type { ProjectedCard } from '../../memory/card/projected-card'
import type { DayCounts } from '../../memory/log/day-counts'
import type { ReviewEvent } from '../../review/event'
import type { StudySettings } from '../../review/study-settings'
import type { StoredForecast } from '../cohort/forecasts'
import { databasePool } from '../connection/client'
import type { NewUser, User } from '../people/users'
import { toCardRow } from './card-row'
import { toEventRow } from './event-row'
import { raisedRow } from './flags'

/** One new person with all they ever did. */
export type Past = {
  readonly user: NewUser &
    Pick<User, 'clock' | 'lastSeenAt'> &
    Pick<StudySettings, 'askConfidence' | 'reach'>
  readonly cohortId: CohortId
  readonly events: readonly { readonly event: ReviewEvent; readonly card: Card }[]
  readonly cards: ReadonlyMap<QuestionId, ProjectedCard>
  readonly days: ReadonlyMap<StudyDay, DayCounts>
  readonly lessons: readonly {
    readonly lessonId: LessonId
    readonly openedAt: number
    readonly completedAt: number | null
  }[]
  readonly forecasts: {
    readonly courseVersion: number
    readonly scores: readonly (ForecastBin & { day: StudyDay; horizonDays: number })[]
    readonly pending: readonly Omit<StoredForecast, 'cohortId' | 'courseVersion'>[]
  }
}

/** So that no statement's text grows beyond a few megabytes. */
const ROWS_AT_ONCE = 4000

/** All of it in one transaction: the person is there with their whole past, or not at all. */
export async function writePast(past: Past): Promise<void> {
  const client = await databasePool().connect()
  try {
    await client.query('BEGIN')
    await writePerson(client, past)
    await writeRows(client, past)
    await writeForecasts(client, past)
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // A connection in an unknown state is not given back.
    client.release(true)
    throw error
  }
}

async function writePerson(client: PoolClient, { user, cohortId }: Past): Promise<void> {
  const joined = new Date(user.createdAt)
  await client.query(
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "zone", "rolloverHour",
      "createdAt", "lastSeenAt", "askConfidence", "reach")
    VALUES ($1, $2, $3, $4::"Role", $5, $6, $7, $8, $9, $10, $11::"Reach")`,
    [
      user.id,
      user.email,
      user.name,
      user.role,
      user.passwordHash,
      user.clock.zone,
      user.clock.rolloverHour,
      joined,
      user.lastSeenAt === null ? null : new Date(user.lastSeenAt),
      user.askConfidence,
      user.reach,
    ],
  )
  await client.query(
    `INSERT INTO "Membership" ("userId", "cohortId", "role", "joinedAt")
    VALUES ($1, $2, $3::"Role", $4)`,
    [user.id, cohortId, user.role, joined],
  )
}

async function writeRows(client: PoolClient, past: Past): Promise<void> {
  const userId = past.user.id
  const { events } = past
  for (let from = 0; from < events.length; from += ROWS_AT_ONCE) {
    const part = events.slice(from, from + ROWS_AT_ONCE)
    const rows = part.map(({ event, card }) => toEventRow(userId, event, card))
    await insertAll(client, 'ReviewEvent', rows)
  }
  await insertAll(
    client,
    'Card',
    [...past.cards].map(([questionId, projected]) =>
      toCardRow({ userId, questionId, clock: past.user.clock }, projected),
    ),
  )
  await insertAll(client, 'CardsVersion', [{ userId, version: events.length }])
  await insertAll(
    client,
    'StudyDay',
    [...past.days].map(([day, counts]) => ({ userId, day, ...counts })),
  )
  await insertAll(
    client,
    'LessonProgress',
    past.lessons.map(({ lessonId, openedAt, completedAt }) => ({
      userId,
      lessonId,
      openedAt: new Date(openedAt),
      skipped: false,
      completedAt: completedAt === null ? null : new Date(completedAt),
    })),
  )
  await insertAll(
    client,
    'Flag',
    events.flatMap(({ event }) => raisedRow(userId, event) ?? []),
  )
}

/** Bytes as Postgres reads them from text. */
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`

async function writeForecasts(
  client: PoolClient,
  { user: { id: userId }, cohortId, forecasts }: Past,
): Promise<void> {
  const { courseVersion, scores, pending } = forecasts
  const rows = scores.map((score) => ({ userId, cohortId, ...score }))
  await insertAll(client, 'ForecastScore', rows)
  const snapshots = pending.map(({ idle, planned, ...rest }) => ({
    userId,
    cohortId,
    courseVersion,
    ...rest,
    idle: hex(idle),
    planned: hex(planned),
  }))
  await insertAll(client, 'ForecastSnapshot', snapshots)
}

type Table =
  | 'ForecastScore'
  | 'ForecastSnapshot'
  | 'ReviewEvent'
  | 'Card'
  | 'CardsVersion'
  | 'StudyDay'
  | 'LessonProgress'
  | 'Flag'

/** Columns that a row does not name become null: defaults do not apply. */
async function insertAll(client: PoolClient, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(null::"${table}", $1::json)`,
    [JSON.stringify(rows)],
  )
}
