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

/** How many topics the sign-off exam covers. */
const TOPICS = 3
/** The most questions of each topic. */
const OF_EACH = 8

/**
 * Creates a sign-off exam that some learners of the demo took in the last days, by the same
 * functions as the real pages. Does nothing if the cohort has an exam or the course has too few
 * questions.
 */
export async function demoExam(
  scope: OpenCohortScope,
  input: {
    /** The learners who took it, with the share of answers they know. */
    readonly takers: readonly { readonly userId: UserId; readonly knows: number }[]
    readonly seed: number
    readonly now: number
  },
): Promise<void> {
  const { now } = input
  if ((await examsOfCohort(scope.cohort.id)).length > 0) return
  const topics = (await examTopics(scope)).slice(0, TOPICS)
  const blueprint = topics
    .map(({ id, room: { full } }) => ({
      topicId: id,
      reach: 'full' as const,
      questions: Math.min(OF_EACH, Math.floor(full.most / 2)),
    }))
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
    const startedAt = now - (5 - (index % 4)) * DAY_MS
    const taker = await learnerScopeOf(userId)
    await startExam(taker, { examId, now: startedAt })
    const [attempt] = await attemptsOfExam(examId, userId)
    if (!attempt) continue
    const drawn = await drawnQuestions(userId, attempt.id)
    const answers = drawn.map(({ question }, position) => ({
      position,
      at: startedAt + (position + 1) * MINUTE_MS,
      answer: simulatedAnswer(question, random() < knows, random),
    }))
    const end = startedAt + (drawn.length + 1) * MINUTE_MS
    await saveExamAnswers(taker, { attemptId: attempt.id, answers, now: end })
    await handInExam(taker, { attemptId: attempt.id, now: end })
  }
}
