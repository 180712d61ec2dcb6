import 'server-only'
import { attemptsOfExam } from '../../db/exam/exam-attempts'
import { examsNotClosed } from '../../db/exam/exams'
import type { Exam } from '../../exam/exam'
import { type Standing, standingOf } from '../../exam/standing'
import type { UserId } from '../../kernel/ids'
import { actor } from '../access'
import { settleAll } from './settle-attempts'

export type OpenExam = {
  readonly exam: Exam
  readonly standing: Extract<Standing, { kind: 'running' | 'may-start' }>
}

/** What this analyst can take now or is in the middle of. Throws not_allowed. */
export async function loadOpenExams(input: {
  userId: UserId
  now: number
}): Promise<readonly OpenExam[]> {
  const user = await actor(input.userId)
  const exams = await examsNotClosed(user.id, input.now)
  if (exams.length === 0) return []
  await settleAll({ userId: user.id }, input.now)
  const open = await Promise.all(
    exams.map(async (exam) => {
      const standing = standingOf(exam, await attemptsOfExam(exam.id, user.id), input.now)
      return standing.kind === 'running' || standing.kind === 'may-start' ? { exam, standing } : []
    }),
  )
  return open.flat()
}
