import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { TOLERANCE_MS } from '@/lib/exam/attempt-time'
import type { UserId } from '@/lib/kernel/ids'
import { accommodate, allowExtra } from '@/lib/server/exam/allow-extra'
import { gradeOver } from '@/lib/server/exam/grade-over'
import { handInExam } from '@/lib/server/exam/hand-in-exam'
import { listExams } from '@/lib/server/exam/list-exams'
import { loadExam } from '@/lib/server/exam/load-exam'
import { loadExamResults } from '@/lib/server/exam/load-exam-results'
import { loadAccommodations, loadAllowances } from '@/lib/server/exam/load-extras'
import { loadOpenExams } from '@/lib/server/exam/load-open-exams'
import { loadOwnExams } from '@/lib/server/exam/load-own-exams'
import { loadPaper } from '@/lib/server/exam/load-paper'
import { saveExamAnswers } from '@/lib/server/exam/save-exam-answers'
import { startExam } from '@/lib/server/exam/start-exam'
import { exportXapi } from '@/lib/server/export/export-cohort'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { wholeScope } from '@/lib/server/whole-scope'
import { begin, examScene, REAL_COURSE, rightOnes } from '../support/exam-scene'
import { as, changing, DAY, MINUTE, NOON, openScene, somebody } from '../support/scene'

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })
const NOTHING = { extraMinutes: 0, extraPercent: 0, extraAttempts: 0 }
const BECAUSE = { reason: 'The network was down.', now: NOON }

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(REAL_COURSE)
})
afterAll(() => scene.close())

const endOf = async (userId: UserId) =>
  (await database().examAttempt.findFirstOrThrow({ where: { userId } })).endsAt.getTime()

describe('extra time', () => {
  test('given before an attempt is in its end, in minutes and in percent', async () => {
    const { scope, userId, examId } = await examScene()
    const wanted = { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 5, extraPercent: 25 }
    await allowExtra(scope, wanted)
    expect(await loadExam(await as(userId), { examId, now: NOON })).toMatchObject({
      minutes: 43,
      extraMinutes: 13,
    })
    expect(await loadOpenExams(await as(userId), { now: NOON })).toMatchObject([{ minutes: 43 }])
    await begin(userId, examId)
    expect(await endOf(userId)).toBe(NOON + 43 * MINUTE)
  })

  test('given during an attempt moves its end at once, and the open page learns it with its next answer', async () => {
    const { scope, userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const { attemptId } = running
    const now = NOON + 29 * MINUTE
    const more = { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 10, now }
    await allowExtra(scope, more)
    const [late] = rightOnes(running, 1, NOON + 33 * MINUTE)
    const at = NOON + 35 * MINUTE
    const saved = await saveExamAnswers(await as(userId), { attemptId, answers: [late], now: at })
    expect(saved).toEqual({
      outcomes: [{ position: 0, status: 'saved' }],
      endsAt: NOON + 40 * MINUTE,
    })
    const asked = { attemptId, answers: [], now: at }
    expect((await saveExamAnswers(await as(userId), asked)).endsAt).toBe(NOON + 40 * MINUTE)
  })

  test('keeps a page from handing in when its old time is up, and nobody else', async () => {
    const { scope, userId, examId } = await examScene()
    const { attemptId } = await begin(userId, examId)
    const more = { ...NOTHING, ...BECAUSE, examId, userId, extraPercent: 50 }
    await allowExtra(scope, { ...more, now: NOON + 29 * MINUTE })
    const now = NOON + 30 * MINUTE
    const learner = await as(userId)
    expect(await handInExam(learner, { attemptId, timeIsUp: true, now })).toBe(NOON + 45 * MINUTE)
    expect(await loadPaper(learner, { examId, now })).toMatchObject({ endsAt: NOON + 45 * MINUTE })
    expect(await handInExam(learner, { attemptId, now })).toBeNull()
    expect(await handInExam(learner, { attemptId, timeIsUp: true, now: now + MINUTE })).toBeNull()
    expect(await loadPaper(learner, { examId, now })).toBeNull()
  })

  test('taken back during an attempt never ends it in the past', async () => {
    const { scope, userId, examId } = await examScene()
    const { attemptId } = await begin(userId, examId)
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 30 })
    const now = NOON + 40 * MINUTE
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, now })
    expect(await endOf(userId)).toBe(now)
    await handInExam(await as(userId), { attemptId, timeIsUp: true, now: now + 1 })
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 9, now })
    expect(await endOf(userId)).toBe(now)
  })

  test('does not bring back an attempt whose time and tolerance are over', async () => {
    const { scope, userId, examId } = await examScene()
    await begin(userId, examId)
    const now = NOON + 30 * MINUTE + TOLERANCE_MS
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 60, now })
    expect(await endOf(userId)).toBe(NOON + 30 * MINUTE)
  })

  test('at all exams of a cohort holds for each of them, and of two the longer one counts', async () => {
    const { scope, userId, examId } = await examScene()
    const other = await somebody()
    await begin(userId, examId)
    await accommodate(scope, { ...BECAUSE, userId, extraMinutes: 0, extraPercent: 50 })
    expect(await endOf(userId)).toBe(NOON + 45 * MINUTE)
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 20 })
    expect(await endOf(userId)).toBe(NOON + 50 * MINUTE)
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 1 })
    expect(await endOf(userId)).toBe(NOON + 45 * MINUTE)
    expect((await loadAccommodations(scope)).extras).toMatchObject([{ userId, extraPercent: 50 }])
    const elsewhere = accommodate(scope, { ...BECAUSE, userId: other, ...NOTHING })
    await expect(elsewhere).rejects.toEqual(refusal('not_found'))
  })

  test('given while the attempt begins is never lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { scope, userId, examId } = await examScene()
      const learner = await as(userId)
      await Promise.all([
        startExam(learner, { examId, now: NOON }),
        allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 15 }),
      ])
      expect(await endOf(userId)).toBe(NOON + 45 * MINUTE)
    }
  })
})

describe('an extra attempt', () => {
  test('can be started at once by who has used all, and counts in every list', async () => {
    const { scope, userId, examId, code } = await examScene({ maxAttempts: 1 })
    const other = await somebody()
    await acceptInvitation(await as(other), { code, now: NOON })
    for (const id of [userId, other]) {
      const { attemptId } = await begin(id, examId)
      await handInExam(await as(id), { attemptId, now: NOON + MINUTE })
    }
    const now = NOON + 10 * MINUTE
    const kindOf = async (id: UserId) => (await loadExam(await as(id), { examId, now })).status.kind
    expect(await kindOf(userId)).toBe('spent')
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraAttempts: 1, now })
    expect(await kindOf(userId)).toBe('may-start')
    expect(await loadOwnExams(await as(userId), { now })).toMatchObject([
      { status: { kind: 'may-start', number: 2 } },
    ])
    expect(await kindOf(other)).toBe('spent')
    await begin(userId, examId, now)
  })

  test('given in advance follows the rule for retakes', async () => {
    const { scope, userId, examId } = await examScene({ maxAttempts: 1 })
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraAttempts: 1 })
    const { attemptId } = await begin(userId, examId, NOON + MINUTE)
    await handInExam(await as(userId), { attemptId, now: NOON + 2 * MINUTE })
    const view = await loadExam(await as(userId), { examId, now: NOON + DAY })
    expect(view).toMatchObject({ maxAttempts: 2, status: { kind: 'wait', number: 2 } })
  })
})

describe('who may', () => {
  test('an instructor of the cohort, with a reason and within limits, and never for oneself', async () => {
    const { scope, userId, examId, actorId, cohortId } = await examScene()
    const wanted = { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 5 }
    for (const [wish, code] of [
      [{ reason: ' ' }, 'invalid_input'],
      [{ extraMinutes: 481 }, 'invalid_input'],
      [{ extraPercent: -1 }, 'invalid_input'],
      [{ extraAttempts: 0.5 }, 'invalid_input'],
      [{ userId: actorId }, 'not_allowed'],
    ] as const) {
      await expect(allowExtra(scope, { ...wanted, ...wish })).rejects.toEqual(refusal(code))
    }
    const stranger = await somebody('instructor')
    await expect(changing(stranger, cohortId)).rejects.toEqual(refusal('not_found'))
    expect((await loadAllowances(scope, { examId })).extras).toEqual([])
  })

  test('is recorded with what was before, and the reason goes when the row goes', async () => {
    const { scope, userId, examId, actorId, cohortId } = await examScene()
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraMinutes: 5 })
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId, extraAttempts: 2 })
    await accommodate(scope, { ...BECAUSE, userId, extraMinutes: 0, extraPercent: 10 })
    const events = await database().auditEvent.findMany({
      where: { actorId, kind: { startsWith: 'exam_a' } },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ kind, subjectId, detail }) => ({ kind, subjectId, detail }))).toEqual([
      {
        kind: 'exam_allowance_changed',
        subjectId: userId,
        detail: {
          ...{ cohort: cohortId, exam: examId, analyst: userId, note: BECAUSE.reason },
          ...{ extraMinutesBefore: 0, extraMinutes: 5 },
        },
      },
      {
        kind: 'exam_allowance_changed',
        subjectId: userId,
        detail: {
          ...{ cohort: cohortId, exam: examId, analyst: userId, note: BECAUSE.reason },
          ...{ extraAttemptsBefore: 0, extraAttempts: 2 },
          ...{ extraMinutesBefore: 5, extraMinutes: 0 },
        },
      },
      {
        kind: 'exam_accommodation_changed',
        subjectId: userId,
        detail: {
          ...{ cohort: cohortId, analyst: userId, note: BECAUSE.reason },
          ...{ extraPercentBefore: 0, extraPercent: 10 },
        },
      },
    ])
    await allowExtra(scope, { ...NOTHING, ...BECAUSE, examId, userId })
    expect(await database().examAllowance.count({ where: { userId } })).toBe(0)
  })
})

describe('reading', () => {
  test('an attempt whose time is over shows its result to both, and writes nothing', async () => {
    const { scope, userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const { attemptId } = running
    const answers = rightOnes(running, 8)
    await saveExamAnswers(await as(userId), { attemptId, answers, now: NOON + 9 * MINUTE })
    const now = NOON + DAY
    const stored = () => database().examAttempt.findMany({ where: { userId } })
    const before = await stored()
    const view = await loadExam(await as(userId), { examId, now })
    expect(view.status.kind).toBe('passed')
    expect(view.past).toMatchObject([
      { submittedAt: NOON + 30 * MINUTE, result: { right: 8, passed: true }, certificate: null },
    ])
    expect(await loadOpenExams(await as(userId), { now })).toEqual([])
    expect(await loadOwnExams(await as(userId), { now })).toMatchObject([
      { status: { kind: 'passed' } },
    ])
    const { takers } = await loadExamResults(scope, { examId, now })
    expect(takers).toMatchObject([{ attempts: [{ result: { right: 8 } }] }])
    const { exams } = await listExams(scope, { now })
    expect(exams).toMatchObject([{ taken: 1, passed: 1 }])
    const xapi = async () => {
      let text = ''
      const origin = 'https://steppe.example'
      for await (const part of await exportXapi(scope, { now, origin })) text += part
      return text
    }
    const exported = await xapi()
    expect(exported).toContain('/verbs/passed')
    expect(await stored()).toEqual(before)

    expect(await gradeOver(wholeScope(), { now })).toBeGreaterThan(0)
    expect(await xapi()).toBe(exported)
    const after = await loadExam(await as(userId), { examId, now })
    expect(after.past).toMatchObject([
      { submittedAt: NOON + 30 * MINUTE, result: view.past[0]?.result },
    ])
    expect(after.past[0]?.certificate?.code).toMatch(/^[0-9A-Z-]+$/)
  })

  test('the job grades everybody but the one attempt that cannot be read, says which, and counts as failed', async () => {
    const { userId: broken, examId, code } = await examScene()
    const userId = await somebody()
    await acceptInvitation(await as(userId), { code, now: NOON })
    const { attemptId } = await begin(broken, examId)
    await begin(userId, examId, NOON + MINUTE)
    const where = { userId_id: { userId: broken, id: attemptId } }
    const { questions } = await database().examAttempt.findUniqueOrThrow({ where })
    await database().examAttempt.update({ where, data: { questions: [{ question: 'lost' }] } })
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const now = NOON + DAY
    await expect(gradeOver(wholeScope(), { now })).rejects.toThrow(/^1 of \d+ attempts/)
    expect(said).toHaveBeenCalledWith(expect.stringContaining(attemptId), expect.anything())
    said.mockRestore()
    const rows = await database().examAttempt.findMany({ where: { examId } })
    const graded = rows.filter(({ score }) => score !== null).map((row) => row.userId)
    expect(graded).toEqual([userId])
    await database().examAttempt.update({ where, data: { questions: questions ?? [] } })
    expect(await gradeOver(wholeScope(), { now })).toBe(1)
    expect(await gradeOver(wholeScope(), { now })).toBe(0)
  })
})
