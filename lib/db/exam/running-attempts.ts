import 'server-only'
import { TOLERANCE_MS } from '../../exam/attempt-time'
import { type AttemptId, asAttemptId, asExamId, type ExamId, type UserId } from '../../kernel/ids'
import { database } from '../connection/client'

/** An attempt whose answers can still arrive. Instants in ms. */
export type RunningAttempt = {
  readonly id: AttemptId
  readonly examId: ExamId
  readonly title: string
  readonly endsAt: number
  /** How many pages were asked for meanwhile. */
  readonly pagesAsked: number
}

/** Those of a person, the one that ends first before the others. */
export async function runningAttempts(userId: UserId, now: number): Promise<RunningAttempt[]> {
  const rows = await database().examAttempt.findMany({
    where: { userId, submittedAt: null, endsAt: { gt: new Date(now - TOLERANCE_MS) } },
    orderBy: { endsAt: 'asc' },
    select: {
      id: true,
      examId: true,
      endsAt: true,
      exam: { select: { title: true } },
      _count: { select: { pagesAsked: true } },
    },
  })
  return rows.map(({ id, examId, endsAt, exam, _count }) => ({
    id: asAttemptId(id),
    examId: asExamId(examId),
    title: exam.title,
    endsAt: endsAt.getTime(),
    pagesAsked: _count.pagesAsked,
  }))
}
