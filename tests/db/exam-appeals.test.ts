import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { noteLessonCompleted } from '@/lib/db/study/lesson-progress'
import { type AttemptId, asTopicId, type ExamId, type UserId } from '@/lib/kernel/ids'
import { requireCourse } from '@/lib/server/current-course'
import { appealAnswer } from '@/lib/server/exam/appeal-answer'
import { checkCertificate } from '@/lib/server/exam/check-certificate'
import { type AppealDecision, decideAppeal } from '@/lib/server/exam/decide-appeal'
import { handInExam } from '@/lib/server/exam/hand-in-exam'
import { listExams } from '@/lib/server/exam/list-exams'
import { loadAppeals } from '@/lib/server/exam/load-appeals'
import { loadExam } from '@/lib/server/exam/load-exam'
import { loadExamResults } from '@/lib/server/exam/load-exam-results'
import { loadOpenAppeals } from '@/lib/server/exam/load-open-appeals'
import { revokeCertificate } from '@/lib/server/exam/revoke-certificate'
import { exportTable, exportXapi } from '@/lib/server/export/export-cohort'
import { checkLog } from '@/lib/server/operate/check-log'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import type { InstructedCohortScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  begin,
  beginWith,
  examScene,
  REAL_COURSE,
  type Running,
  rightOnes,
  save,
  withFirst,
} from '../support/exam-scene'
import { as, changing, DAY, MINUTE, NOON, openScene, somebody } from '../support/scene'

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })
const BLUEPRINT = [{ topicId: asTopicId('membership'), questions: 14 }]
const NEARLY = 'nearly but not quite'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(REAL_COURSE)
})
afterAll(() => scene.close())

const isTyped = ({ question: { kind } }: Running['drawn'][number]) =>
  kind === 'text' || kind === 'cloze'

/** An exam that fails by one answer, which was typed. */
async function failedByOne(wish: Parameters<typeof examScene>[0] = {}) {
  const made = await examScene({ passMark: 1, blueprint: BLUEPRINT, ...wish })
  return { ...made, ...(await takeWithout(made.userId, made.examId)) }
}

async function takeWithout(userId: UserId, examId: ExamId, now = NOON) {
  const running = await beginWith(['text', 'cloze'], userId, examId, now)
  const position = running.drawn.findIndex(isTyped)
  const kind = running.drawn[position]?.question.kind
  const answers = rightOnes(running, running.drawn.length, now).map((one) =>
    one.position === position ? { ...one, answer: { kind, text: NEARLY } } : one,
  )
  await save(userId, running, answers, now + 25 * MINUTE)
  const { attemptId } = running
  await handInExam(await as(userId), { attemptId, now: now + 26 * MINUTE })
  return { attemptId, position, running }
}

const appeal = async (
  userId: UserId,
  attemptId: AttemptId,
  position: number,
  reason = 'It is right.',
) => appealAnswer(await as(userId), { attemptId, position, reason, now: NOON + DAY })

type Failed = Awaited<ReturnType<typeof failedByOne>>
const decide = (
  { scope, examId, userId, attemptId, position }: Failed & { scope: InstructedCohortScope },
  decision: Partial<AppealDecision> & { grant: boolean },
) =>
  decideAppeal(scope, {
    examId,
    userId,
    attemptId,
    position,
    reply: 'Because.',
    alike: false,
    now: NOON + 2 * DAY,
    ...decision,
  })

const own = async ({ userId, examId }: Failed) => {
  const { past, status } = await loadExam(await as(userId), { examId, now: NOON + 3 * DAY })
  return { attempt: past[0], status: status.kind }
}
const audited = (kind: string, actorId: UserId) =>
  database().auditEvent.count({ where: { kind, actorId } })

describe('an appeal', () => {
  test('shows what was typed and asked, and nothing of the right answer', async () => {
    const failed = await failedByOne()
    const { attempt } = await own(failed)
    const question = failed.running.drawn[failed.position]?.question
    expect(attempt?.typedAnswers).toEqual([
      { position: failed.position, prompt: question?.prompt, typed: NEARLY, appeal: null },
    ])
  })

  test('can be made once, with a reason, for a typed answer that did not count as right', async () => {
    const failed = await failedByOne()
    const { userId, attemptId, position, running } = failed
    const other = (position + 1) % running.drawn.length
    await expect(appeal(userId, attemptId, other)).rejects.toEqual(refusal('not_allowed'))
    await expect(appeal(userId, attemptId, 99)).rejects.toEqual(refusal('not_allowed'))
    for (const reason of [' \u200b ', 'x'.repeat(501)]) {
      const made = appeal(userId, attemptId, position, reason)
      await expect(made).rejects.toEqual(refusal('invalid_input'))
    }
    await appeal(userId, attemptId, position, 'As Jane’s writes it.')
    await expect(appeal(userId, attemptId, position)).rejects.toEqual(refusal('not_allowed'))
    expect(await audited('exam_appeal_made', userId)).toBe(1)
    const { attempt } = await own(failed)
    expect(attempt?.typedAnswers[0]?.appeal).toMatchObject({
      reason: 'As Jane’s writes it.',
      decision: null,
    })
    expect(await loadOpenAppeals(failed.scope)).toMatchObject([{ title: 'Sign-off', open: 1 }])
    const { exams } = await listExams(failed.scope, { now: NOON + DAY })
    expect(exams[0]?.openAppeals).toBe(1)
  })

  test('cannot be made while the attempt runs, nor for somebody else’s answer', async () => {
    const { userId, examId } = await examScene()
    const running = await begin(userId, examId)
    const early = appeal(userId, running.attemptId, 0)
    await expect(early).rejects.toEqual(refusal('not_allowed'))
    const failed = await failedByOne()
    const strange = appeal(await somebody(), failed.attemptId, failed.position)
    await expect(strange).rejects.toEqual(refusal('not_found'))
    expect(await database().examAppeal.count({ where: { attemptId: failed.attemptId } })).toBe(0)
  })

  test('for a number that could not be read is one for an answer that counted as none', async () => {
    const { userId, examId } = await examScene({ blueprint: BLUEPRINT })
    const running = await beginWith(['number'], userId, examId)
    const position = running.drawn.findIndex(({ question }) => question.kind === 'number')
    const answer = { kind: 'number', text: 'seven or so states' }
    await save(userId, running, [{ position, at: NOON + 1, answer }], NOON + MINUTE)
    await handInExam(await as(userId), { attemptId: running.attemptId, now: NOON + 2 * MINUTE })
    await appeal(userId, running.attemptId, position)
    const where = { attemptId: running.attemptId }
    expect(await database().examAppeal.findFirst({ where })).toMatchObject({ graded: 'unanswered' })
  })
})

const csvOf = ({ scope }: Failed) =>
  exportTable(scope, {
    on: null,
    of: null,
    now: NOON + 3 * DAY,
    table: 'exam-results',
  })

async function statementOf({ scope }: Failed) {
  let text = ''
  const origin = 'https://steppe.example'
  for await (const part of await exportXapi(scope, { origin, now: NOON + 3 * DAY })) text += part
  return text
}

describe('a decision', () => {
  test('is made on question, accepted answers, citations, text and reason', async () => {
    const failed = await failedByOne()
    await appeal(failed.userId, failed.attemptId, failed.position, 'It is right.')
    const [view] = await loadAppeals(failed.scope, { examId: failed.examId })
    const question = failed.running.drawn[failed.position]?.question
    if (question?.kind !== 'text' && question?.kind !== 'cloze') return expect.unreachable()
    expect(view).toMatchObject({
      prompt: question.prompt,
      accepted: [question.answer, ...question.accept],
      typed: NEARLY,
      reason: 'It is right.',
      alike: 0,
      decision: null,
    })
    expect(view?.citations.length).toBeGreaterThan(0)
  })

  test('to grant makes result, pass, certificate, status and exports follow, and tells the analyst', async () => {
    const failed = await failedByOne()
    expect((await own(failed)).attempt?.result).toMatchObject({ right: 13, passed: false })
    const before = await statementOf(failed)
    await appeal(failed.userId, failed.attemptId, failed.position)
    expect(await decide(failed, { grant: true, reply: '' })).toBe(1)

    const { attempt, status } = await own(failed)
    expect(attempt?.result).toMatchObject({ right: 14, total: 14, passed: true })
    expect(attempt?.result?.topics).toEqual([{ topicId: 'membership', right: 14, total: 14 }])
    expect(status).toBe('passed')
    const code = attempt?.certificate?.code ?? ''
    expect(await checkCertificate({ code })).toMatchObject({ right: 14, voidedAt: null })
    const row = await database().examAttempt.findFirst({ where: { id: failed.attemptId } })
    expect(row).toMatchObject({ score: 1, passed: true })
    const notes = await database().notification.findMany({
      where: { userId: failed.userId },
      orderBy: { at: 'asc' },
    })
    const href = `/exams/${failed.examId}`
    expect(notes).toMatchObject([
      { kind: 'result', href },
      { kind: 'appeal', href },
    ])
    expect(notes[1]?.body).toContain('14 of 14 correct, passed')
    expect(await audited('exam_appeal_granted', failed.actorId)).toBe(1)
    const { takers, granted } = await loadExamResults(failed.scope, {
      examId: failed.examId,
      now: NOON + 3 * DAY,
    })
    expect(takers[0]?.attempts.map(granted)).toEqual([1])
    expect(await csvOf(failed)).toMatch(/14.*1.*14.*yes.*Memberships and dates: 14 of 14/)
    const after = await statementOf(failed)
    expect(after).toContain('verbs/passed')
    // A statement that was sent before cannot be changed, so the corrected one has another id.
    const idIn = (text: string) => /"id":"([^"]+)"[^}]*?"actor"/.exec(text)?.[1] ?? text
    expect(before).toContain('verbs/failed')
    expect(idIn(after)).not.toBe(idIn(before))
    await expect(decide(failed, { grant: true })).rejects.toEqual(refusal('invalid_input'))
  })

  test('to refuse needs a reply, changes nothing else, and can be changed later', async () => {
    const failed = await failedByOne()
    await appeal(failed.userId, failed.attemptId, failed.position)
    await expect(decide(failed, { grant: false, reply: ' ' })).rejects.toEqual(
      refusal('invalid_input'),
    )
    await decide(failed, { grant: false, reply: 'Another treaty.' })
    const { attempt } = await own(failed)
    expect(attempt?.result).toMatchObject({ right: 13, passed: false })
    expect(attempt?.certificate).toBeNull()
    expect(attempt?.typedAnswers[0]?.appeal?.decision).toMatchObject({
      granted: false,
      reply: 'Another treaty.',
    })
    expect(await audited('exam_appeal_refused', failed.actorId)).toBe(1)
    await expect(decide(failed, { grant: false })).rejects.toEqual(refusal('invalid_input'))
    await decide(failed, { grant: true, now: NOON + 3 * DAY })
    expect((await own(failed)).status).toBe('passed')
  })

  test('to take a grant back revokes the certificate, and granting again makes the same one valid', async () => {
    const failed = await failedByOne()
    await appeal(failed.userId, failed.attemptId, failed.position)
    await decide(failed, { grant: true })
    const code = (await own(failed)).attempt?.certificate?.code ?? ''
    const back = NOON + 3 * DAY
    await decide(failed, { grant: false, now: back })
    const { attempt, status } = await own(failed)
    expect(attempt?.result).toMatchObject({ right: 13, passed: false })
    expect(status).not.toBe('passed')
    expect(await checkCertificate({ code })).toMatchObject({ voidedAt: back })
    expect(await audited('exam_appeal_taken_back', failed.actorId)).toBe(1)
    await decide(failed, { grant: true, now: NOON + 4 * DAY })
    expect(await checkCertificate({ code })).toMatchObject({ voidedAt: null, right: 14 })
  })

  test('never makes a certificate valid again that an instructor revoked', async () => {
    const failed = await failedByOne()
    await appeal(failed.userId, failed.attemptId, failed.position)
    await decide(failed, { grant: true })
    const code = (await own(failed)).attempt?.certificate?.code ?? ''
    await revokeCertificate(failed.scope, { code, now: NOON + 3 * DAY })
    await decide(failed, { grant: false, now: NOON + 4 * DAY })
    await decide(failed, { grant: true, now: NOON + 5 * DAY })
    expect(await checkCertificate({ code })).toMatchObject({ voidedAt: NOON + 3 * DAY })
  })

  test('can hold for the same answer of others, with or without an appeal, and for no other', async () => {
    const one = await failedByOne({ blueprint: BLUEPRINT })
    const join = async () => {
      const userId = await somebody()
      await acceptInvitation(await as(userId), { code: one.code, now: NOON })
      return userId
    }
    const question = one.running.drawn[one.position] ?? expect.unreachable('nothing was drawn')
    const others = [await join(), await join()]
    // Each attempt has a draw of its own: give them the question of the first.
    const attempts: AttemptId[] = []
    for (const [index, userId] of others.entries()) {
      const running = await withFirst(await begin(userId, one.examId), question)
      attempts.push(running.attemptId)
      const text = index === 0 ? NEARLY.toUpperCase() : 'something else'
      const answer = { kind: question.question.kind, text }
      await save(userId, running, [{ position: 0, at: NOON + 1, answer }], NOON + MINUTE)
      await handInExam(await as(userId), { attemptId: running.attemptId, now: NOON + 2 * MINUTE })
    }
    await appeal(one.userId, one.attemptId, one.position)
    expect(await loadAppeals(one.scope, { examId: one.examId })).toMatchObject([{ alike: 1 }])
    expect(await decide(one, { grant: true, alike: true })).toBe(2)
    const { takers } = await loadExamResults(one.scope, { examId: one.examId, now: NOON + 3 * DAY })
    const rightOf = (id: AttemptId | undefined) =>
      takers.flatMap((taker) => taker.attempts).find((attempt) => attempt.id === id)?.result?.right
    expect(attempts.map(rightOf)).toEqual([1, 0])
  })

  test('leaves the log of reviews as the answer was graded', async () => {
    const made = await examScene({ passMark: 1, blueprint: BLUEPRINT, movesSchedule: true })
    const { catalogue } = await requireCourse()
    for (const { id } of catalogue.lessons) {
      await noteLessonCompleted(made.userId, id, NOON)
    }
    const failed = { ...made, ...(await takeWithout(made.userId, made.examId)) }
    const ratings = async () =>
      (
        await database().reviewEvent.findMany({
          where: { userId: made.userId },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
        })
      ).map(({ questionId, rating }) => [questionId, rating])
    const before = await ratings()
    expect(before.filter(([, rating]) => rating === 1)).toHaveLength(1)
    await appeal(failed.userId, failed.attemptId, failed.position)
    await decide(failed, { grant: true })
    expect(await ratings()).toEqual(before)
    const checked = await checkLog(wholeScope(), { repair: false })
    expect(checked.differences).toEqual([])
  })

  test('twice at once is made once', async () => {
    const failed = await failedByOne()
    await appeal(failed.userId, failed.attemptId, failed.position)
    const results = await Promise.allSettled([1, 2, 3].map(() => decide(failed, { grant: true })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await audited('exam_appeal_granted', failed.actorId)).toBe(1)
  })
})

test('only instructors of the cohort decide, and nobody their own appeal', async () => {
  const failed = await failedByOne()
  await appeal(failed.userId, failed.attemptId, failed.position)
  const elsewhere = await examScene()
  await expect(decide({ ...failed, scope: elsewhere.scope }, { grant: true })).rejects.toEqual(
    refusal('not_found'),
  )
  const strange = changing(await somebody('instructor'), failed.cohortId)
  await expect(strange).rejects.toEqual(refusal('not_found'))
  await expect(changing(failed.userId, failed.cohortId)).rejects.toEqual(refusal('not_allowed'))
  await database().user.update({ where: { id: failed.userId }, data: { role: 'admin' } })
  const scope = await changing(failed.userId, failed.cohortId)
  await expect(decide({ ...failed, scope }, { grant: true })).rejects.toEqual(
    refusal('not_allowed'),
  )
  expect((await own(failed)).attempt?.result?.passed).toBe(false)
})
