import 'server-only'
import type { Allowance, ExtraTime, PersonalRules } from '../../exam/allowance'
import { TOLERANCE_MS } from '../../exam/attempt-time'
import type { Attempt, Exam } from '../../exam/exam'
import { asUserId, type CohortId, type ExamId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { ExamAccommodation, ExamAllowance } from '../generated/client'
import { toAttempt } from './exam-row'

/** Why somebody has it, who gave it, and when (ms). */
type Given = {
  readonly userId: UserId
  readonly reason: string
  readonly byId: UserId
  readonly at: number
}

export type GivenAllowance = Given & Allowance
export type GivenAccommodation = Given & ExtraTime

const given = ({ userId, reason, byId, at }: ExamAllowance | ExamAccommodation): Given => ({
  userId: asUserId(userId),
  reason,
  byId: asUserId(byId),
  at: at.getTime(),
})

const toAllowance = (row: ExamAllowance): GivenAllowance => ({
  ...given(row),
  extraMinutes: row.extraMinutes,
  extraPercent: row.extraPercent,
  extraAttempts: row.extraAttempts,
  attemptsAt: row.attemptsAt?.getTime() ?? null,
})

const toAccommodation = (row: ExamAccommodation): GivenAccommodation => ({
  ...given(row),
  extraMinutes: row.extraMinutes,
  extraPercent: row.extraPercent,
})

export async function personalRules(
  userId: UserId,
  { id: examId, cohortId }: Pick<Exam, 'id' | 'cohortId'>,
): Promise<PersonalRules> {
  const allowance = await database().examAllowance.findUnique({
    where: { userId_examId: { userId, examId } },
  })
  const accommodation = await accommodationOf(userId, cohortId)
  return { allowance: allowance && toAllowance(allowance), accommodation }
}

/** What one person gets at each of these exams, beyond what holds for all exams of the cohort. */
export async function allowancesOf(
  userId: UserId,
  examIds: readonly ExamId[],
): Promise<ReadonlyMap<string, GivenAllowance>> {
  const where = { userId, examId: { in: [...examIds] } }
  const rows = await database().examAllowance.findMany({ where })
  return new Map(rows.map((row) => [row.examId, toAllowance(row)]))
}

export async function accommodationOf(
  userId: UserId,
  cohortId: CohortId,
): Promise<GivenAccommodation | null> {
  const where = { userId_cohortId: { userId, cohortId } }
  const row = await database().examAccommodation.findUnique({ where })
  return row && toAccommodation(row)
}

/** Everybody’s at one exam. */
export const allowancesAt = async (examId: ExamId): Promise<readonly GivenAllowance[]> =>
  (await database().examAllowance.findMany({ where: { examId } })).map(toAllowance)

/** Everybody’s in one cohort. */
export const accommodationsIn = async (
  cohortId: CohortId,
): Promise<readonly GivenAccommodation[]> =>
  (await database().examAccommodation.findMany({ where: { cohortId } })).map(toAccommodation)

/** Before an attempt begins by the rules of its exam: nobody changes them until the transaction ends. */
export async function holdRules(id: ExamId): Promise<void> {
  await database().$queryRaw`SELECT 1 FROM "Exam" WHERE "id" = ${id}::uuid FOR SHARE`
}

/**
 * Holds these exams until the transaction ends. An attempt that begins meanwhile waits, and then begins
 * by the new rules.
 */
export async function holdExams(ids: readonly ExamId[]): Promise<void> {
  await database().$queryRaw`
    SELECT 1 FROM "Exam" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`
}

/** Nothing extra removes the row. */
export async function putAllowance(
  examId: ExamId,
  { userId, at, attemptsAt, ...rest }: GivenAllowance,
): Promise<void> {
  const { extraMinutes, extraPercent, extraAttempts } = rest
  if (extraMinutes + extraPercent + extraAttempts === 0) {
    await database().examAllowance.deleteMany({ where: { userId, examId } })
    return
  }
  const data = {
    ...rest,
    at: new Date(at),
    attemptsAt: attemptsAt === null ? null : new Date(attemptsAt),
  }
  await database().examAllowance.upsert({
    where: { userId_examId: { userId, examId } },
    create: { userId, examId, ...data },
    update: data,
  })
}

/** Nothing extra removes the row. */
export async function putAccommodation(
  cohortId: CohortId,
  { userId, at, ...rest }: GivenAccommodation,
): Promise<void> {
  if (rest.extraMinutes + rest.extraPercent === 0) {
    await database().examAccommodation.deleteMany({ where: { userId, cohortId } })
    return
  }
  const data = { ...rest, at: new Date(at) }
  await database().examAccommodation.upsert({
    where: { userId_cohortId: { userId, cohortId } },
    create: { userId, cohortId, ...data },
    update: data,
  })
}

/** The attempts of a person at these exams whose answers can still arrive. */
export async function runningAt(
  userId: UserId,
  examIds: readonly ExamId[],
  now: number,
): Promise<readonly Attempt[]> {
  const rows = await database().examAttempt.findMany({
    where: {
      userId,
      examId: { in: [...examIds] },
      submittedAt: null,
      endsAt: { gt: new Date(now - TOLERANCE_MS) },
    },
    omit: { questions: true },
  })
  return rows.map(toAttempt)
}

/** False when the attempt was handed in meanwhile. */
export async function moveEnd({ userId, id }: Attempt, endsAt: number): Promise<boolean> {
  const { count } = await database().examAttempt.updateMany({
    where: { userId, id, submittedAt: null },
    data: { endsAt: new Date(endsAt) },
  })
  return count === 1
}
