import 'server-only'
import type { Pool } from 'pg'
import { z } from 'zod'
import { emptyMemory, type LearnerMemory, NEVER, PHASES } from '../../cohort/learner-memory'
import type { DaysDone } from '../../cohort/study-pace'
import { asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import { asStudyDay, type StudyDay } from '../../kernel/study-day'
import { databasePool } from '../connection/client'
import { fromReplica } from '../connection/read-replica'

/** The cards and the latest study days of one person, as they were at one moment. */
export type PersonCards = {
  readonly memory: LearnerMemory
  /** Study days with an answer. */
  readonly days: DaysDone
  /** How often the cards had changed: 0 for somebody who never touched one. */
  readonly version: number
}

// Half a million rows are mostly work for whoever takes them apart, so Postgres puts each column of
// a person into one value: numbers of 4 or 8 bytes, the first byte first, in the same order in every
// column. The join gives each card the place of its question, and leaves out retired ones.
const phaseNumber = PHASES.map((phase, number) => `WHEN '${phase}' THEN ${number}`).join(' ')
/** Two numbers of 4 bytes as one of 8. */
const pair = (first: string, second: string) =>
  `string_agg(int8send(((${first})::int8 << 32) | ((${second})::int8 & 4294967295)), '')`
const float = (number: string) => `string_agg(float8send(${number}), '')`
const MARKS = `(CASE c."phase" ${phaseNumber} END) + 4 * c."suspended"::int
  + 8 * COALESCE(c."firstPassed"::int + 1, 0)`
const READ = `
  SELECT p."userId"::text, COALESCE(v."version", 0) AS "version", d.*, c.*
  FROM unnest($1::uuid[]) AS p("userId")
  LEFT JOIN "CardsVersion" v ON v."userId" = p."userId"
  CROSS JOIN LATERAL (
    SELECT string_agg(int4send(s."day") || int4send(s."reviews") || int4send(s."introduced"), '')
      AS "studyDays"
    FROM "StudyDay" s WHERE s."userId" = p."userId" AND s."day" >= $3
  ) d
  CROSS JOIN LATERAL (
    SELECT string_agg(int4send(q."place"::int), '') AS "places",
      ${pair('c."lapses"', MARKS)} AS "marks",
      ${pair('c."tested"', 'c."passed"')} AS "tests",
      ${pair(`COALESCE(c."lastReviewDay", ${NEVER})`, `COALESCE(c."dueDay", ${NEVER})`)} AS "days",
      ${pair('COALESCE(c."buriedUntil", 0)', 'COALESCE(c."firstMs", 0)')} AS "buried",
      ${float('COALESCE(c."stability", 0)')} AS "stability",
      ${float('COALESCE(c."difficulty", 0)')} AS "difficulty",
      ${float('c."predictedSum"')} AS "predicted",
      ${float('c."varianceSum"')} AS "variance"
    FROM "Card" c
    JOIN unnest($2::text[]) WITH ORDINALITY AS q("id", "place") ON q."id" = c."questionId"
    WHERE c."userId" = p."userId"
  ) c`

/** Null for a person without such rows. A view reads the first byte first, as Postgres writes. */
const column = z
  .instanceof(Buffer)
  .nullable()
  .transform((bytes) => {
    const { buffer, byteOffset, byteLength } = bytes ?? Buffer.alloc(0)
    return new DataView(buffer, byteOffset, byteLength)
  })
const personRow = z.object({
  userId: z.string(),
  version: z.number(),
  /** Day, reviews and introduced of each study day. */
  studyDays: column,
  /** From 1. */
  places: column,
  /** Lapses; phase, suspended and firstPassed as one number. */
  marks: column,
  /** Tested, passed. */
  tests: column,
  /** lastReviewDay, dueDay. */
  days: column,
  /** buriedUntil, firstMs. */
  buried: column,
  stability: column,
  difficulty: column,
  predicted: column,
  variance: column,
})
type PersonRow = z.infer<typeof personRow>

type Questions = readonly { readonly id: QuestionId }[]

/** A person whose cards are asked for, and how often these have changed. */
export type Wanted = { readonly id: UserId; readonly cardsVersion: number }

/**
 * What the cards of these people say of `questions`, in their order, and their study days from `from`
 * on. Cards of other questions are left out. They are read from the replica, if there is one; whoever
 * has answered since the replica heard of it is read from the primary.
 */
export async function readPersonCards(
  people: readonly Wanted[],
  questions: Questions,
  from: StudyDay,
): Promise<ReadonlyMap<UserId, PersonCards>> {
  const ids = people.map(({ id }) => id)
  const found = await fromReplica((pool) => readFrom(pool, ids, questions, from))
  const behind = people.filter(({ id, cardsVersion }) => {
    const version = found.get(id)?.version
    return version !== undefined && version < cardsVersion
  })
  if (behind.length === 0) return found
  const late = behind.map(({ id }) => id)
  return new Map([...found, ...(await readFrom(databasePool(), late, questions, from))])
}

/** Postgres works on one statement with one processor, so it gets the cards of many people in two. */
const ENOUGH_FOR_TWO = 100

async function readFrom(
  pool: Pool,
  userIds: readonly UserId[],
  questions: Questions,
  from: StudyDay,
): Promise<ReadonlyMap<UserId, PersonCards>> {
  const places = questions.map(({ id }) => id)
  const middle = userIds.length >> 1
  const parts =
    userIds.length < ENOUGH_FOR_TWO ? [userIds] : [userIds.slice(0, middle), userIds.slice(middle)]
  const read = await Promise.all(parts.map((ids) => pool.query(READ, [ids, places, from])))
  const rows = read.flatMap((part) => part.rows)
  return new Map(
    rows.map((row) => {
      const read = personRow.parse(row)
      const userId = asUserId(read.userId)
      const memory = emptyMemory(userId, questions.length)
      fill(memory, read)
      return [userId, { memory, days: daysIn(read.studyDays), version: read.version }]
    }),
  )
}

function fill(memory: LearnerMemory, row: PersonRow): void {
  const { places, marks, tests, days, buried, stability, difficulty, predicted, variance } = row
  for (let card = 0; card * 4 < places.byteLength; card += 1) {
    const place = places.getInt32(card * 4) - 1
    const at = card * 8
    const mark = marks.getInt32(at + 4)
    memory.phase[place] = mark & 3
    memory.suspended[place] = (mark >> 2) & 1
    memory.firstPassed[place] = (mark >> 3) - 1
    memory.lapses[place] = marks.getInt32(at)
    memory.tested[place] = tests.getInt32(at)
    memory.passed[place] = tests.getInt32(at + 4)
    memory.lastReviewDay[place] = days.getInt32(at)
    memory.dueDay[place] = days.getInt32(at + 4)
    memory.buriedUntil[place] = buried.getInt32(at)
    memory.firstMs[place] = buried.getInt32(at + 4)
    memory.stability[place] = stability.getFloat64(at)
    memory.difficulty[place] = difficulty.getFloat64(at)
    memory.predictedSum[place] = predicted.getFloat64(at)
    memory.varianceSum[place] = variance.getFloat64(at)
  }
}

function daysIn(bytes: DataView): DaysDone {
  const days = new Map<StudyDay, { reviews: number; introduced: number }>()
  for (let at = 0; at < bytes.byteLength; at += 12) {
    days.set(asStudyDay(bytes.getInt32(at)), {
      reviews: bytes.getInt32(at + 4),
      introduced: bytes.getInt32(at + 8),
    })
  }
  return days
}
