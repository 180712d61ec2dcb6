import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { drawnQuestions } from '@/lib/db/exam/exam-attempts'
import { type ExamQuestion, isMachineGraded } from '@/lib/exam/blueprint'
import type { DrawnQuestion } from '@/lib/exam/drawn-question'
import { type AttemptId, asAttemptId, asTopicId, type ExamId, type UserId } from '@/lib/kernel/ids'
import { shuffleOptions } from '@/lib/kinds/shuffle-options'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { requireCourse } from '@/lib/server/current-course'
import { createExam, type ExamInput } from '@/lib/server/exam/create-exam'
import { loadPaper } from '@/lib/server/exam/load-paper'
import { saveExamAnswers } from '@/lib/server/exam/save-exam-answers'
import { startExam } from '@/lib/server/exam/start-exam'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { rightAnswer } from './right-answer'
import { as, changing, instructing, MINUTE, NOON, somebody } from './scene'

export const REAL_COURSE = fileURLToPath(new URL('../../content/central-asia', import.meta.url))
const TOPICS = ['membership', 'exercises'].map(asTopicId)

type Wish = Partial<ExamInput>

/** An instructor's cohort with one analyst and an exam of 5 and 5 questions, half an hour, pass mark 80. */
export async function examScene(wish: Wish = {}) {
  const actorId = await somebody('instructor')
  const cohortId = await createCohort(await instructing(actorId), { name: 'Autumn', now: NOON })
  const scope = await changing(actorId, cohortId)
  const invitation = { role: 'learner' as const, uses: 9, expiresInDays: 7, now: NOON }
  const { code } = await inviteIntoCohort(scope, invitation)
  const userId = await somebody()
  await acceptInvitation(await as(userId), { code, now: NOON })
  const examId = await createExam(scope, {
    title: 'Sign-off',
    minutes: 30,
    passMark: 0.8,
    blueprint: TOPICS.map((topicId) => ({ topicId, questions: 5 })),
    movesSchedule: false,
    maxAttempts: 2,
    retakeAfterDays: 7,
    opensAt: null,
    closesAt: null,
    now: NOON,
    ...wish,
  })
  return { actorId, cohortId, scope, userId, examId, code }
}

export type Running = { readonly attemptId: AttemptId; readonly drawn: readonly DrawnQuestion[] }

export async function begin(userId: UserId, examId: ExamId, now = NOON): Promise<Running> {
  await startExam(await as(userId), { examId, now })
  const paper = await loadPaper(await as(userId), { examId, now })
  if (paper === null) return expect.unreachable('no attempt runs')
  const attemptId = asAttemptId(paper.attemptId)
  return { attemptId, drawn: await drawnQuestions(userId, attemptId) }
}

/** The same with a question of one of these kinds for certain, which not every draw has. */
export async function beginWith(
  kinds: readonly ExamQuestion['kind'][],
  userId: UserId,
  examId: ExamId,
  now = NOON,
): Promise<Running> {
  const running = await begin(userId, examId, now)
  const isWanted = ({ kind }: ExamQuestion) => kinds.includes(kind)
  if (running.drawn.some(({ question }) => isWanted(question))) return running
  const { catalogue } = await requireCourse()
  const question = catalogue.questions.filter(isMachineGraded).find(isWanted)
  if (question === undefined) return expect.unreachable('the course has no such question')
  return withFirst(running, { question, shown: shuffleOptions(question, 'any') })
}

/** The same attempt with this question in the first place. */
export async function withFirst(running: Running, first: DrawnQuestion): Promise<Running> {
  const drawn = running.drawn.with(0, first)
  await database().examAttempt.updateMany({
    where: { id: running.attemptId },
    data: { questions: JSON.parse(JSON.stringify(drawn)) },
  })
  return { ...running, drawn }
}

/** Right answers to the first `count` questions, one a minute. */
export const rightOnes = ({ drawn }: Running, count: number, from = NOON) =>
  drawn.slice(0, count).map(({ question }, position) => ({
    position,
    at: from + (position + 1) * MINUTE,
    answer: rightAnswer(question),
  }))

export const save = async (
  userId: UserId,
  { attemptId }: Running,
  answers: readonly unknown[],
  now: number,
) => (await saveExamAnswers(await as(userId), { attemptId, answers, now })).outcomes

/** What nobody would take for right. */
export function wrongAnswer(drawn: DrawnQuestion | undefined) {
  const question = drawn?.question
  switch (question?.kind) {
    case undefined:
      return expect.unreachable()
    case 'cloze':
    case 'text':
      return { kind: question.kind, text: 'certainly not this' }
    case 'number':
      return { kind: 'number', text: '-987654' }
    case 'choice':
      return { kind: 'choice', option: question.distractors[0] }
    case 'multi':
      return { kind: 'multi', options: question.distractors }
    case 'order':
      return { kind: 'order', items: question.items.toReversed() }
    case 'match': {
      const rights = question.pairs.map(({ right }) => right)
      const turned = [...rights.slice(1), ...rights.slice(0, 1)]
      return {
        kind: 'match',
        pairs: question.pairs.map(({ left }, index) => ({ left, right: turned[index] })),
      }
    }
    case 'map':
      return {
        kind: 'map',
        states: question.candidates.filter((state) => !question.answers.includes(state)),
      }
  }
}
