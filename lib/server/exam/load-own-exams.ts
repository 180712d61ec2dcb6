import 'server-only'
import { readOne } from '../../db/connection/read-together'
import { type OwnExam, ownExams } from '../../db/exam/open-exams'
import { type ExamStatus, examStatusOf } from '../../exam/exam-status'
import type { LearnerScope } from '../scope'
import { gradedNow } from './graded-now'

export type ListedOwnExam = OwnExam & { readonly status: ExamStatus }

/** Every exam that this person can take or has taken, the newest first. */
export async function loadOwnExams(
  { user }: LearnerScope,
  { now }: { readonly now: number },
): Promise<readonly ListedOwnExam[]> {
  const exams = await readOne(ownExams(user.id))
  const listed = exams.map(async (own): Promise<ListedOwnExam> => {
    const attempts = await gradedNow(own.attempts, [own.exam], now)
    const status = examStatusOf(own.exam, own.rules, attempts, now)
    const mayTake = own.member || status.kind !== 'may-start'
    return { ...own, attempts, status: mayTake ? status : { kind: 'closed' } }
  })
  return Promise.all(listed)
}
