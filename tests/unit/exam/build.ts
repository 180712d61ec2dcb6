import { isMachineGraded } from '@/lib/exam/blueprint'
import type { Attempt, Exam } from '@/lib/exam/exam'
import { asAttemptId, asCohortId, asExamId, asUserId } from '@/lib/kernel/ids'
import { compileFolder } from '../../support/real-course'

/** The course of this repository and the questions an exam can draw from it. */
export async function examCourse() {
  const catalogue = await compileFolder()
  return { catalogue, questions: catalogue.questions.filter(isMachineGraded) }
}

export const exam = (over: Partial<Exam> = {}): Exam => ({
  id: asExamId('exam'),
  cohortId: asCohortId('cohort'),
  title: 'Sign-off',
  blueprint: [],
  minutes: 30,
  passMark: 0.8,
  maxAttempts: 2,
  retakeAfterDays: 7,
  movesSchedule: false,
  opensAt: null,
  closesAt: null,
  createdAt: 0,
  ...over,
})

/** Half an hour from `startedAt`; handed in at its end and failed unless said. */
export const attempt = (startedAt: number, over: Partial<Attempt> = {}): Attempt => ({
  id: asAttemptId(`attempt-${startedAt}`),
  userId: asUserId('analyst'),
  examId: asExamId('exam'),
  number: 1,
  startedAt,
  endsAt: startedAt + 1_800_000,
  submittedAt: startedAt + 1_800_000,
  result: { outcomes: [], topics: [], right: 0, total: 1, passed: false },
  certificate: null,
  ...over,
})
