import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { noteLessonCompleted } from '@/lib/db/study/lesson-progress'
import { TOLERANCE_MS } from '@/lib/exam/attempt-time'
import { AppError } from '@/lib/kernel/app-error'
import { asTopicId, type ExamId, type QuestionId, type UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { checkCertificate } from '@/lib/server/exam/check-certificate'
import { closeExam } from '@/lib/server/exam/close-exam'
import { createExam, type ExamInput } from '@/lib/server/exam/create-exam'
import { examTopics } from '@/lib/server/exam/exam-topics'
import { handInExam } from '@/lib/server/exam/hand-in-exam'
import { listExams } from '@/lib/server/exam/list-exams'
import { loadExam } from '@/lib/server/exam/load-exam'
import { loadExamResults } from '@/lib/server/exam/load-exam-results'
import { loadOpenExams } from '@/lib/server/exam/load-open-exams'
import { loadPaper } from '@/lib/server/exam/load-paper'
import { revokeCertificate } from '@/lib/server/exam/revoke-certificate'
import { startExam } from '@/lib/server/exam/start-exam'
import { checkLog } from '@/lib/server/operate/check-log'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import type { OpenCohortScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  begin,
  examScene,
  REAL_COURSE,
  type Running,
  rightOnes,
  save,
  wrongAnswer,
} from '../support/exam-scene'
import { as, changing, DAY, instructing, MINUTE, NOON, openScene, somebody } from '../support/scene'

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(REAL_COURSE)
})
afterAll(() => scene.close())

const outcomes = async (saved: ReturnType<typeof save>) =>
  (await saved).map((one) => (one.status === 'saved' ? 'saved' : one.reason))

describe('an exam', () => {
  test('is made by what the course can give, and by nothing more', async () => {
    const { scope } = await examScene()
    const topics = await examTopics(scope)
    const [topic] = topics
    if (!topic) return expect.unreachable()
    const { most, graded } = topic.room.all
    expect(most).toBeLessThanOrEqual(graded)
    const tooMany = [{ topicId: topic.id, questions: most + 1 }]
    for (const wish of [
      { blueprint: tooMany },
      { blueprint: [] },
      { minutes: 0 },
      { passMark: 1.1 },
      { closesAt: NOON - 1 },
    ]) {
      await expect(examScene(wish)).rejects.toEqual(refusal('invalid_input'))
    }
    const all = topics.map(({ id, room }) => ({
      topicId: id,
      questions: Math.min(room.all.most, 14),
    }))
    const { userId, examId } = await examScene({ blueprint: all })
    expect((await begin(userId, examId)).drawn).toHaveLength(
      all.reduce((sum, { questions }) => sum + questions, 0),
    )
  })

  test('closed early cannot be begun, goes on for who has begun, and can be opened again', async () => {
    const { scope, userId, examId, code } = await examScene()
    const late = await somebody()
    await acceptInvitation(await as(late), { code, now: NOON })
    const running = await begin(userId, examId)
    await closeExam(scope, { examId, close: true, now: NOON + MINUTE })
    const begun = startExam(await as(late), { examId, now: NOON + 2 * MINUTE })
    await expect(begun).rejects.toBeInstanceOf(AppError)
    const saved = save(userId, running, rightOnes(running, 10), NOON + 11 * MINUTE)
    expect(await outcomes(saved)).toEqual(Array(10).fill('saved'))
    const twice = closeExam(scope, { examId, close: true, now: NOON + 3 * MINUTE })
    await expect(twice).rejects.toEqual(refusal('invalid_input'))
    await closeExam(scope, { examId, close: false, now: NOON + 4 * MINUTE })
    await begin(late, examId, NOON + 5 * MINUTE)
  })

  test('taken rightly ends in a certificate that anybody can check', async () => {
    const { actorId, scope, userId, examId } = await examScene()
    const running = await begin(userId, examId)
    expect(await outcomes(save(userId, running, rightOnes(running, 8), NOON + 9 * MINUTE))).toEqual(
      Array(8).fill('saved'),
    )
    await handInExam(await as(userId), { attemptId: running.attemptId, now: NOON + 10 * MINUTE })
    const view = await loadExam(await as(userId), { examId, now: NOON + DAY })
    expect(view.status.kind).toBe('passed')
    expect(view.past[0]?.result).toMatchObject({ right: 8, total: 10, passed: true })
    expect(view.past[0]?.result?.topics.map(({ total }) => total)).toEqual([5, 5])

    const code = view.past[0]?.certificate?.code ?? ''
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5,6}){4}$/)
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
    expect(await checkCertificate({ code: typed })).toMatchObject({
      code,
      examTitle: 'Sign-off',
      cohortName: 'Autumn',
      right: 8,
      total: 10,
      voidedAt: null,
    })
    await revokeCertificate(scope, { code, now: NOON + DAY })
    await revokeCertificate(scope, { code, now: NOON + 2 * DAY })
    expect(await checkCertificate({ code })).toMatchObject({ voidedAt: NOON + DAY })
    const audited = await database().auditEvent.findMany({
      where: { kind: 'certificate_voided', actorId },
    })
    expect(audited).toHaveLength(1)
    expect(await checkCertificate({ code: 'not a code' })).toBeNull()
  })

  test('not passed can be taken once more after the days it says, with other questions', async () => {
    const { userId, examId, scope } = await examScene()
    const first = await begin(userId, examId)
    await handInExam(await as(userId), { attemptId: first.attemptId, now: NOON + MINUTE })
    const soon = startExam(await as(userId), { examId, now: NOON + DAY })
    await expect(soon).rejects.toEqual(refusal('not_allowed'))
    const later = NOON + 8 * DAY
    const second = await begin(userId, examId, later)
    const ids = ({ drawn }: Running) => drawn.map(({ question }) => question.id)
    expect(ids(second)).not.toEqual(ids(first))
    await handInExam(await as(userId), { attemptId: second.attemptId, now: later + MINUTE })
    const third = startExam(await as(userId), { examId, now: later + 30 * DAY })
    await expect(third).rejects.toEqual(refusal('not_allowed'))
    const { takers } = await loadExamResults(scope, { examId, now: later + 30 * DAY })
    expect(takers).toMatchObject([{ userId, attempts: [{ number: 1 }, { number: 2 }] }])
  })

  test('is offered on Today while it can be begun or runs, and not after', async () => {
    const { userId, examId } = await examScene({ closesAt: NOON + DAY })
    const kinds = async (now: number) =>
      (await loadOpenExams(await as(userId), { now })).map(({ status }) => status.kind)
    expect(await kinds(NOON)).toEqual(['may-start'])
    await begin(userId, examId, NOON + DAY - MINUTE)
    expect(await kinds(NOON + DAY + MINUTE)).toEqual(['running'])
    expect(await kinds(NOON + 2 * DAY)).toEqual([])
  })

  test('drawn before a question was withdrawn or corrected is graded as it was drawn', async () => {
    const { userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const course = globalThis.steppeCourse
    const gone = running.drawn[0]?.question.id
    await save(userId, running, rightOnes(running, 10), NOON + 11 * MINUTE)
    await handInExam(await as(userId), { attemptId: running.attemptId, now: NOON + 12 * MINUTE })
    if (!course) return expect.unreachable()
    const look = {
      ...course.look,
      question: (id: QuestionId) => (id === gone ? undefined : course.look.question(id)),
    }
    globalThis.steppeCourse = { ...course, look }
    const { past } = await loadExam(await as(userId), { examId, now: NOON + DAY })
    globalThis.steppeCourse = course
    expect(past[0]).toMatchObject({ changedSince: 1, result: { right: 10, passed: true } })
  })
})

describe('answers', () => {
  test('sent again or out of order leave the last by the time it was given', async () => {
    const { userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const [answer] = rightOnes(running, 1)
    const older = { ...answer, at: NOON + 1000, answer: { kind: 'choice', option: 'older' } }
    await save(userId, running, [answer, older], NOON + 2 * MINUTE)
    await save(userId, running, [older], NOON + 2 * MINUTE)
    await save(userId, running, [answer], NOON + 3 * MINUTE)
    const paper = await loadPaper(await as(userId), { examId, now: NOON + 4 * MINUTE })
    expect(paper?.answers).toEqual([answer])
  })

  test('from two tabs at once are all kept, each question with its latest', async () => {
    const { userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const mine = rightOnes(running, 10)
    const theirs = mine.map((one) => ({
      ...one,
      at: one.at - 1,
      answer: { kind: 'text', text: 'x' },
    }))
    const sending = [...mine, ...theirs].map((one) =>
      save(userId, running, [one], NOON + 20 * MINUTE),
    )
    await Promise.all(sending)
    const paper = await loadPaper(await as(userId), { examId, now: NOON + 20 * MINUTE })
    expect(paper?.answers).toEqual(mine)
  })

  test('given in time count until the tolerance is over; later ones are refused with the reason', async () => {
    const { userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const end = NOON + 30 * MINUTE
    const [one, two, three] = rightOnes(running, 3)
    expect(await outcomes(save(userId, running, [one], end + TOLERANCE_MS - 1))).toEqual(['saved'])
    const after = { ...two, at: end + 1 }
    expect(await outcomes(save(userId, running, [after], end + MINUTE))).toEqual(['given_late'])
    expect(await outcomes(save(userId, running, [three], end + TOLERANCE_MS))).toEqual([
      'received_late',
    ])
    // What was kept and whose receipt got lost is not said to be refused.
    expect(await outcomes(save(userId, running, [one], end + TOLERANCE_MS))).toEqual(['saved'])
    const { past } = await loadExam(await as(userId), { examId, now: end + TOLERANCE_MS })
    expect(past[0]).toMatchObject({ submittedAt: end, result: { right: 1, passed: false } })
  })

  test('after the hand-in are refused, and what is no answer is said to be none', async () => {
    const { userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const [one] = rightOnes(running, 1)
    const beyond = { ...one, position: 10 }
    expect(await outcomes(save(userId, running, [{ at: 'x' }, beyond], NOON + MINUTE))).toEqual([
      'malformed',
      'malformed',
    ])
    await handInExam(await as(userId), { attemptId: running.attemptId, now: NOON + MINUTE })
    expect(await outcomes(save(userId, running, [one], NOON + 2 * MINUTE))).toEqual(['handed_in'])
  })

  test('racing with the hand-in are in the result exactly when they were said to be saved', async () => {
    const { userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const { attemptId } = running
    const scope = await as(userId)
    const now = NOON + 20 * MINUTE
    const sending = rightOnes(running, 10).map((one) => outcomes(save(userId, running, [one], now)))
    const handing = handInExam(scope, { attemptId, now })
    const saved = (await Promise.all(sending)).flat().filter((outcome) => outcome === 'saved')
    await handing
    const { past } = await loadExam(await as(userId), { examId, now })
    expect(past[0]?.result?.right).toBe(saved.length)
  })
})

test('starting and handing in twice at once makes one attempt with one result', async () => {
  const { userId, examId } = await examScene()
  const scope = await as(userId)
  const starting = [1, 2, 3].map(() => startExam(scope, { examId, now: NOON }))
  await Promise.all(starting)
  const running = await begin(userId, examId)
  await save(userId, running, rightOnes(running, 10), NOON + 11 * MINUTE)
  const { attemptId } = running
  const handIn = () => handInExam(scope, { attemptId, now: NOON + 12 * MINUTE })
  await Promise.all([handIn(), handIn(), handIn()])
  const attempts = await database().examAttempt.findMany({ where: { examId } })
  expect(attempts).toHaveLength(1)
  expect(await checkCertificate({ code: attempts[0]?.code ?? '' })).toMatchObject({ right: 10 })
})

describe('the schedule', () => {
  /** An attempt with five right answers, one wrong and four left open, all lessons of the course read. */
  async function taken(movesSchedule: boolean) {
    const { userId, examId } = await examScene({ movesSchedule })
    const running = await begin(userId, examId)
    const [skipped, ...read] = running.drawn.map(({ question }) => question.lesson)
    for (const lesson of new Set(read)) {
      if (lesson !== skipped) await noteLessonCompleted(userId, lesson, NOON)
    }
    const answers = rightOnes(running, 6).map((one, index) =>
      index < 5 ? one : { ...one, answer: wrongAnswer(running.drawn[5]) },
    )
    await save(userId, running, answers, NOON + 7 * MINUTE)
    const { attemptId } = running
    await handInExam(await as(userId), { attemptId, now: NOON + 8 * MINUTE })
    const eligible = running.drawn.slice(0, 6).filter(({ question }) => question.lesson !== skipped)
    return { userId, attemptId, eligible, wrong: running.drawn[5]?.question.id, skipped }
  }

  const log = (userId: UserId) =>
    database().reviewEvent.findMany({ where: { userId }, orderBy: { at: 'asc' } })

  test('is left alone unless the exam says otherwise', async () => {
    const { userId } = await taken(false)
    expect(await log(userId)).toEqual([])
    expect(await database().card.count({ where: { userId } })).toBe(0)
  })

  test('moves by right and wrong answers to what was begun, once, where the exam says so', async () => {
    const { userId, attemptId, eligible, wrong } = await taken(true)
    const events = await log(userId)
    expect(events.map(({ questionId }) => questionId)).toEqual(
      eligible.map(({ question }) => question.id),
    )
    for (const { questionId, rating, context } of events) {
      expect([rating, context]).toEqual([questionId === wrong ? 1 : 3, 'exam'])
    }
    // As if the process had ended between the reviews and the result.
    const forgotten = { score: null, passed: null, code: null }
    await database().examAttempt.updateMany({ where: { id: attemptId }, data: forgotten })
    await database()
      .$executeRaw`UPDATE "ExamAttempt" SET "result" = NULL WHERE "id" = ${attemptId}::uuid`
    await handInExam(await as(userId), { attemptId, now: NOON + 9 * MINUTE })
    expect(await log(userId)).toHaveLength(events.length)
    const checked = await checkLog(wholeScope(), { repair: false })
    expect(checked.differences).toEqual([])
  })
})

describe('who may', () => {
  test('another instructor, or a learner, neither sees nor touches an exam', async () => {
    const { userId, examId, cohortId } = await examScene()
    const running = await begin(userId, examId)
    await save(userId, running, rightOnes(running, 10), NOON + 11 * MINUTE)
    await handInExam(await as(userId), { attemptId: running.attemptId, now: NOON + 12 * MINUTE })
    const { past } = await loadExam(await as(userId), { examId, now: NOON + DAY })
    const code = past[0]?.certificate?.code ?? ''
    const elsewhere = await instructorElsewhere()
    const before = await everything()
    const tries = (actorId: UserId) => [
      async () => examTopics(await changing(actorId, cohortId)),
      async () => listExams(await changing(actorId, cohortId), { now: NOON }),
      async () => createExam(await changing(actorId, cohortId), EXAMPLE),
      ...onExam(() => changing(actorId, cohortId)),
    ]
    const onExam = (open: () => Promise<OpenCohortScope>) => [
      async () => loadExamResults(await open(), { examId, now: NOON }),
      async () => revokeCertificate(await open(), { code, now: NOON }),
      async () => closeExam(await open(), { examId, close: true, now: NOON }),
    ]
    for (const attempt of tries(await somebody('instructor'))) {
      await expect(attempt()).rejects.toEqual(refusal('not_found'))
    }
    for (const attempt of tries(userId))
      await expect(attempt()).rejects.toEqual(refusal('not_allowed'))
    // Nor through a cohort of one's own.
    for (const attempt of onExam(elsewhere))
      await expect(attempt()).rejects.toEqual(refusal('not_found'))
    expect(await everything()).toEqual(before)
  })

  test('an analyst of another cohort, and its instructor, cannot take it or answer in it', async () => {
    const { actorId, userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const { attemptId } = running
    const stranger = (await examScene()).userId
    const before = await everything()
    for (const outsider of [stranger, actorId]) {
      const scope = await as(outsider)
      const tries = [
        () => loadExam(scope, { examId, now: NOON }),
        () => loadPaper(scope, { examId, now: NOON }),
        () => startExam(scope, { examId, now: NOON }),
        () => save(outsider, running, rightOnes(running, 1), NOON + MINUTE),
        () => handInExam(scope, { attemptId, now: NOON }),
      ]
      for (const attempt of tries) await expect(attempt()).rejects.toEqual(refusal('not_found'))
    }
    expect(await everything()).toEqual(before)
    const nowhere = loadExam(await as(userId), { examId: 'no id' as ExamId, now: NOON })
    await expect(nowhere).rejects.toEqual(refusal('not_found'))
  })
})

const EXAMPLE: ExamInput = {
  title: 'Mine',
  minutes: 30,
  passMark: 0.8,
  movesSchedule: false,
  maxAttempts: 1,
  retakeAfterDays: 0,
  opensAt: null,
  closesAt: null,
  now: NOON,
  blueprint: [{ topicId: asTopicId('membership'), questions: 1 }],
}

/** A cohort of another instructor. */
async function instructorElsewhere(): Promise<() => Promise<OpenCohortScope>> {
  const other = await somebody('instructor')
  const now = NOON
  const cohortId = await createCohort(await instructing(other), { name: 'Elsewhere', now })
  return () => changing(other, cohortId)
}

const everything = async () => [
  await database().exam.findMany({ orderBy: { id: 'asc' } }),
  await database().examAttempt.findMany({ orderBy: { id: 'asc' } }),
  await database().examAnswer.findMany({ orderBy: [{ attemptId: 'asc' }, { position: 'asc' }] }),
  await database().auditEvent.count(),
]
