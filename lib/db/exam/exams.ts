import 'server-only'
import type { Exam } from '../../exam/exam'
import type { CohortId, ExamId, UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Prisma } from '../generated/client'
import { toExam } from './exam-row'

export type ExamOfCohort = Exam & { readonly cohortName: string }

export async function insertExam(exam: Exam & { createdById: UserId }): Promise<void> {
  const date = (at: number | null) => (at === null ? null : new Date(at))
  await database().exam.create({
    data: {
      ...exam,
      blueprint: exam.blueprint.map((line) => ({ ...line })),
      opensAt: date(exam.opensAt),
      closesAt: date(exam.closesAt),
      createdAt: new Date(exam.createdAt),
    },
  })
}

/** Newest first. */
export async function examsOfCohort(cohortId: CohortId): Promise<Exam[]> {
  const rows = await database().exam.findMany({
    where: { cohortId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(toExam)
}

export async function findExam(id: ExamId): Promise<Exam | null> {
  const row = await database().exam.findUnique({ where: { id } })
  return row && toExam(row)
}

/** `at` (ms) null: no end. */
export async function updateClosing(id: ExamId, at: number | null): Promise<void> {
  const closesAt = at === null ? null : new Date(at)
  await database().exam.update({ where: { id }, data: { closesAt } })
}

const memberOf = (userId: UserId) =>
  ({
    cohort: { archivedAt: null, memberships: { some: { userId, role: 'learner' } } },
  }) satisfies Prisma.ExamWhereInput

/** The exam, if this person learns in its cohort or has taken it; `member`: whether they learn there now. */
export async function findExamFor(
  userId: UserId,
  id: ExamId,
): Promise<(ExamOfCohort & { readonly member: boolean }) | null> {
  const row = await database().exam.findFirst({
    where: { id, OR: [memberOf(userId), { attempts: { some: { userId } } }] },
    include: {
      cohort: {
        include: { memberships: { where: { userId, role: 'learner' }, select: { userId: true } } },
      },
    },
  })
  if (!row) return null
  const member = row.cohort.archivedAt === null && row.cohort.memberships.length > 0
  return { ...toExam(row), cohortName: row.cohort.name, member }
}
