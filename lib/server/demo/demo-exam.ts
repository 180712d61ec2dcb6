import 'server-only'
import { attemptsOfExam, drawnQuestions } from '../../db/exam/exam-attempts'
import { examsOfCohort } from '../../db/exam/exams'
import { simulatedAnswer } from '../../demo/simulated-answer'
import { DAY_MS, MINUTE_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import { seededRandom } from '../../kernel/seeded-random'
import { createExam } from '../exam/create-exam'
import { examTopics } from '../exam/exam-topics'
import { handInExam } from '../exam/hand-in-exam'
import { saveExamAnswers } from '../exam/save-exam-answers'
import { startExam } from '../exam/start-exam'
import { learnerScopeOf, type OpenCohortScope } from '../scope'

/** Topics that a sign-off asks of. */
const TOPICS = 3
/** Questions of each topic at most. */
const OF_EACH = 8

/**
 * A sign-off that some of the demo's learners took in the last days, by the verbs themselves. Makes
 * nothing where the cohort has an exam, or where the course has too little to ask.
 */
export async function demoExam(
  scope: OpenCohortScope,
  input: {
    /** Who took it, with the share of answers they know. */
    readonly takers: readonly { readonly userId: UserId; readonly knows: number }[]
    readonly seed: number
    readonly now: number
  },
): Promise<void> {
  const { now } = input
  if ((await examsOfCohort(scope.cohort.id)).length > 0) return
  const topics = (await examTopics(scope)).slice(0, TOPICS)
  const blueprint = topics
    .map(({ id, most }) => ({ topicId: id, questions: Math.min(OF_EACH, Math.floor(most / 2)) }))
    .filter(({ questions }) => questions > 0)
  if (blueprint.length === 0) return
  const examId = await createExam(scope, {
    title: 'Organisations, groups and exercises',
    blueprint,
    minutes: 40,
    passMark: 0.8,
    maxAttempts: 2,
    retakeAfterDays: 7,
    movesSchedule: false,
    opensAt: null,
    closesAt: null,
    now: now - 6 * DAY_MS,
  })
  for (const [index, { userId, knows }] of input.takers.entries()) {
    const random = seededRandom(`${input.seed}/exam/${index}`)
    const begun = now - (5 - (index % 4)) * DAY_MS
    const taker = await learnerScopeOf(userId)
    await startExam(taker, { examId, now: begun })
    const [attempt] = await attemptsOfExam(examId, userId)
    if (!attempt) continue
    const drawn = await drawnQuestions(userId, attempt.id)
    const answers = drawn.map(({ question }, position) => ({
      position,
      at: begun + (position + 1) * MINUTE_MS,
      answer: simulatedAnswer(question, random() < knows, random),
    }))
    const end = begun + (drawn.length + 1) * MINUTE_MS
    await saveExamAnswers(taker, { attemptId: attempt.id, answers, now: end })
    await handInExam(taker, { attemptId: attempt.id, now: end })
  }
}
