import 'server-only'
import { z } from 'zod'
import { emptyMemory, type LearnerMemory, NEVER, PHASES } from '../../cohort/learner-memory'
import type { DaysDone } from '../../cohort/study-pace'
import { asUserId, type QuestionId, type UserId } from '../../kernel/ids'
import { asStudyDay, type StudyDay } from '../../kernel/study-day'
import type { DayCounts } from '../../memory/log/day-counts'
import { databasePool } from '../connection/client'

/** How often each person's cards changed: 0 for those who never touched one. */
export async function cardsVersions(
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, number>> {
  const rows = await tuplesOf(
    z.tuple([z.string(), z.number()]),
    `SELECT p."userId", COALESCE(v."version", 0) FROM unnest($1::uuid[]) AS p("userId")
    LEFT JOIN "CardsVersion" v ON v."userId" = p."userId"`,
    [userIds],
  )
  return new Map(rows.map(([userId, version]) => [asUserId(userId), version]))
}

/** What the cards of these people say of `questions`, in their order; other cards are left out. */
export async function memoriesOf(
  userIds: readonly UserId[],
  questions: readonly { readonly id: QuestionId }[],
): Promise<ReadonlyMap<UserId, LearnerMemory>> {
  const memories = new Map(userIds.map((id) => [id, emptyMemory(id, questions.length)]))
  const places = new Map<string, number>(questions.map(({ id }, place) => [id, place]))
  const people: ReadonlyMap<string, LearnerMemory> = memories
  const rows = await tuplesOf(
    cardTuple,
    `SELECT "userId", "questionId", "phase", "suspended", "stability", "difficulty",
      "lastReviewDay", "dueDay", "buriedUntil", "lapses", "firstPassed", "firstMs", "tested",
      "passed", "predictedSum", "varianceSum"
    FROM "Card" WHERE "userId" = ANY($1::uuid[])`,
    [userIds],
  )
  for (const row of rows) {
    const memory = people.get(row[0])
    const place = places.get(row[1])
    if (memory !== undefined && place !== undefined) fill(memory, place, row)
  }
  return memories
}

/** In the order in which `memoriesOf` selects them. */
const cardTuple = z.tuple([
  z.string(), // userId
  z.string(), // questionId
  z.enum(PHASES),
  z.boolean(), // suspended
  z.number().nullable(), // stability
  z.number().nullable(), // difficulty
  z.number().nullable(), // lastReviewDay
  z.number().nullable(), // dueDay
  z.number().nullable(), // buriedUntil
  z.number(), // lapses
  z.boolean().nullable(), // firstPassed
  z.number().nullable(), // firstMs
  z.number(), // tested
  z.number(), // passed
  z.number(), // predictedSum
  z.number(), // varianceSum
])

function fill(memory: LearnerMemory, place: number, row: z.infer<typeof cardTuple>): void {
  const first = row[10]
  memory.phase[place] = PHASES.indexOf(row[2])
  memory.suspended[place] = row[3] ? 1 : 0
  memory.stability[place] = row[4] ?? 0
  memory.difficulty[place] = row[5] ?? 0
  memory.lastReviewDay[place] = row[6] ?? NEVER
  memory.dueDay[place] = row[7] ?? NEVER
  memory.buriedUntil[place] = row[8] ?? 0
  memory.lapses[place] = row[9]
  memory.firstPassed[place] = first === null ? -1 : first ? 1 : 0
  memory.firstMs[place] = row[11] ?? 0
  memory.tested[place] = row[12]
  memory.passed[place] = row[13]
  memory.predictedSum[place] = row[14]
  memory.varianceSum[place] = row[15]
}

/** Study days with an answer from `from` on; people without any are missing. */
export async function daysDoneSince(
  userIds: readonly UserId[],
  from: StudyDay,
): Promise<ReadonlyMap<UserId, DaysDone>> {
  const rows = await tuplesOf(
    z.tuple([z.string(), z.number(), z.number(), z.number()]),
    `SELECT "userId", "day", "reviews", "introduced" FROM "StudyDay"
    WHERE "userId" = ANY($1::uuid[]) AND "day" >= $2`,
    [userIds, from],
  )
  const found = new Map<UserId, Map<StudyDay, Pick<DayCounts, 'reviews' | 'introduced'>>>()
  for (const [id, day, reviews, introduced] of rows) {
    const userId = asUserId(id)
    const days = found.get(userId) ?? new Map()
    days.set(asStudyDay(day), { reviews, introduced })
    found.set(userId, days)
  }
  return found
}

/**
 * Rows as arrays and not by Prisma: several hundred thousand of them at once. Only the first is
 * checked, as all rows of a statement have columns of the same types.
 */
async function tuplesOf<Row extends unknown[]>(
  schema: z.ZodType<Row>,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await databasePool().query<Row>({ text, values, rowMode: 'array' })
  if (rows.length > 0) schema.parse(rows[0])
  return rows
}
