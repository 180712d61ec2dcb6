import type { PoolClient } from 'pg'
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  type MockInstance,
  test,
  vi,
} from 'vitest'
import { z } from 'zod'
import { database, databasePool } from '@/lib/db/connection/client'
import { drawnQuestions } from '@/lib/db/exam/exam-attempts'
import type { RegradeChoice } from '@/lib/exam/regrade'
import { asTopicId, type ExamId, type QuestionId, type UserId } from '@/lib/kernel/ids'
import { appealAnswer } from '@/lib/server/exam/appeal-answer'
import { checkCertificate } from '@/lib/server/exam/check-certificate'
import { decideAppeal } from '@/lib/server/exam/decide-appeal'
import { handInExam } from '@/lib/server/exam/hand-in-exam'
import { loadExam } from '@/lib/server/exam/load-exam'
import { countCorrected, loadRegrades } from '@/lib/server/exam/load-regrades'
import { regradeQuestion } from '@/lib/server/exam/regrade-question'
import { exportXapi } from '@/lib/server/export/export-cohort'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { loadNotifications } from '@/lib/server/reminder/notifications'
import type { OpenCohortScope } from '@/lib/server/scope'
import {
  beginWith,
  examScene,
  REAL_COURSE,
  type Running,
  rightOnes,
  save,
  withFirst,
} from '../support/exam-scene'
import { as, DAY, instructing, MINUTE, NOON, openScene, running, somebody } from '../support/scene'

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })
const BLUEPRINT = [{ topicId: asTopicId('membership'), questions: 10 }]
const NEW_ANSWER = 'Quite another answer'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(REAL_COURSE)
})
afterAll(() => scene.close())

const published = () => globalThis.steppeCourse ?? expect.unreachable('no course')
let original: NonNullable<typeof globalThis.steppeCourse> | undefined
afterEach(() => {
  if (original) globalThis.steppeCourse = original
  original = undefined
})

/** From here on the course has the question with another answer, or without it. */
function correct(id: QuestionId, how: 'corrected' | 'withdrawn'): void {
  const course = published()
  original ??= course
  const question = course.look.question(id)
  if (question?.kind !== 'text') throw new Error('The question is not typed.')
  const revision = question.revision + 1
  const change = { revision, severity: 'meaning' as const, note: 'It was wrong.' }
  const changed = {
    ...question,
    revision,
    answer: NEW_ANSWER,
    accept: [],
    reject: [],
    changes: [...question.changes, { ...change, previousAnswer: question.answer }],
  }
  const now = how === 'corrected' ? changed : undefined
  const look = {
    ...course.look,
    question: (other: QuestionId) => (other === id ? now : course.look.question(other)),
  }
  globalThis.steppeCourse = { ...course, look }
}

/** Hands in all answers right but for `text` to the first question, which is typed. */
async function take(
  userId: UserId,
  examId: ExamId,
  first: Running['drawn'][number] | null,
  text: string | null,
) {
  const begun = await beginWith(['text'], userId, examId)
  const typed =
    first ?? begun.drawn.find(({ question }) => question.kind === 'text') ?? expect.unreachable()
  const others = begun.drawn.filter(({ question }) => question.id !== typed.question.id)
  const paper = await withFirst({ ...begun, drawn: [typed, ...others].slice(0, 10) }, typed)
  const right = rightOnes(paper, 10)
  const answers = right.flatMap((one) =>
    one.position > 0
      ? [one]
      : text === null
        ? [one]
        : text === ''
          ? []
          : [{ ...one, answer: { kind: 'text' as const, text } }],
  )
  await save(userId, paper, answers, NOON + 25 * MINUTE)
  await handInExam(await as(userId), { attemptId: paper.attemptId, now: NOON + 26 * MINUTE })
  return { typed, attemptId: paper.attemptId }
}

/** One who gave the old answer, one who gave the new one, and one who gave none; all else is right. */
async function three(passMark = 1) {
  const made = await examScene({ passMark, blueprint: BLUEPRINT })
  const { scope, userId: old, examId, code } = made
  const [fresh, none] = [await somebody(), await somebody()]
  for (const id of [fresh, none]) await acceptInvitation(await as(id), { code, now: NOON })
  const first = await take(old, examId, null, null)
  const second = await take(fresh, examId, first.typed, NEW_ANSWER)
  await take(none, examId, first.typed, '')
  const questionId = first.typed.question.id
  return {
    ...made,
    scope,
    examId,
    questionId,
    old,
    fresh,
    none,
    second,
    attemptId: first.attemptId,
  }
}

const standing = async (examId: ExamId, userId: UserId) => {
  const { past, status } = await loadExam(await as(userId), { examId, now: NOON + 3 * DAY })
  const { result, certificate } = past[0] ?? expect.unreachable()
  return { result, certificate, status: status.kind }
}
const marks = async (examId: ExamId, ...people: readonly UserId[]) => {
  const all = await Promise.all(people.map((id) => standing(examId, id)))
  return all.map(({ result }) => `${result?.right}/${result?.total} ${result?.passed}`)
}
/** What some work sends to the database, in its transactions too. */
async function textsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const spied = new Map<PoolClient, MockInstance<(...given: unknown[]) => unknown>>()
  const spy = (client: PoolClient) => {
    if (!spied.has(client)) spied.set(client, vi.spyOn(client, 'query'))
  }
  databasePool().on('acquire', spy)
  try {
    await work()
    const calls = [...spied.values()].flatMap(({ mock }) => mock.calls)
    return calls.map(([first]) =>
      typeof first === 'string' ? first : z.object({ text: z.string() }).parse(first).text,
    )
  } finally {
    databasePool().off('acquire', spy)
    for (const query of spied.values()) query.mockRestore()
  }
}
let minute = 0
const regrade = (
  scope: OpenCohortScope,
  examId: ExamId,
  questionId: QuestionId,
  choice: RegradeChoice,
) => {
  minute += 1
  const now = NOON + DAY + minute * MINUTE
  return regradeQuestion(scope, { examId, questionId, choice, reason: 'It was corrected.', now })
}

describe('before anything was corrected', () => {
  test('there is nothing to regrade', async () => {
    const { scope, examId, questionId } = await three()
    expect(await countCorrected(scope, { examId })).toEqual({ questions: 0, waiting: 0 })
    expect((await loadRegrades(scope, { examId })).questions).toEqual([])
    await expect(regrade(scope, examId, questionId, 'point')).rejects.toEqual(refusal('not_found'))
  })
})

describe('a corrected question', () => {
  test('waits for a decision until there is one', async () => {
    const { scope, examId, questionId } = await three()
    correct(questionId, 'corrected')
    await regrade(scope, examId, questionId, 'both')
    expect(await countCorrected(scope, { examId })).toEqual({ questions: 1, waiting: 0 })
  })

  test('is listed with what each choice would change, and listing changes nothing', async () => {
    const { scope, examId, questionId, old, fresh, none } = await three()
    correct(questionId, 'corrected')
    expect(await countCorrected(scope, { examId })).toEqual({ questions: 1, waiting: 1 })
    const before = await database().examAttempt.findMany({ where: { examId } })
    const [question] = (await loadRegrades(scope, { examId })).questions
    expect(question).toMatchObject({ questionId, answerNow: NEW_ANSWER, notes: ['It was wrong.'] })
    expect(question?.decided).toEqual([])
    expect(question?.marks).toHaveLength(3)
    expect(question?.choices).toEqual([
      { choice: 'both', better: 1, worse: 0, passed: 2, newlyPassed: [fresh], newlyFailed: [] },
      { choice: 'new', better: 1, worse: 1, passed: 1, newlyPassed: [fresh], newlyFailed: [old] },
      {
        ...{ choice: 'point', better: 2, worse: 0, passed: 3, newlyFailed: [] },
        newlyPassed: expect.arrayContaining([fresh, none]),
      },
      {
        ...{ choice: 'leave-out', better: 2, worse: 0, passed: 3, newlyFailed: [] },
        newlyPassed: expect.arrayContaining([fresh, none]),
      },
      { choice: 'as-asked', better: 0, worse: 0, passed: 1, newlyPassed: [], newlyFailed: [] },
    ])
    expect(await database().examAttempt.findMany({ where: { examId } })).toEqual(before)
  })

  test('counts as chosen, and the choice does what its preview said', async () => {
    const { scope, examId, questionId, old, fresh, none } = await three()
    correct(questionId, 'corrected')
    const expected: Record<RegradeChoice, string[]> = {
      both: ['10/10 true', '10/10 true', '9/10 false'],
      new: ['9/10 false', '10/10 true', '9/10 false'],
      point: ['10/10 true', '10/10 true', '10/10 true'],
      'leave-out': ['9/9 true', '9/9 true', '9/9 true'],
      'as-asked': ['10/10 true', '9/10 false', '9/10 false'],
    }
    for (const choice of ['new', 'both', 'leave-out', 'point', 'as-asked'] as const) {
      const [question] = (await loadRegrades(scope, { examId })).questions
      const said = question?.choices.find((each) => each.choice === choice)
      const done = await regrade(scope, examId, questionId, choice)
      expect(await marks(examId, old, fresh, none)).toEqual(expected[choice])
      expect(done).toMatchObject({
        newlyPassed: said?.newlyPassed.length,
        newlyFailed: said?.newlyFailed.length,
      })
    }
  })

  test('regraded to the new answer and back gives the first result, after any other choices', async () => {
    const { scope, examId, questionId, old, fresh, none } = await three(0.95)
    const people = [old, fresh, none]
    const first = await Promise.all(people.map((id) => standing(examId, id)))
    correct(questionId, 'corrected')
    for (const path of [
      ['new'],
      ['new', 'point', 'leave-out', 'both'],
      ['leave-out', 'new'],
    ] as const) {
      for (const choice of path) await regrade(scope, examId, questionId, choice)
      await regrade(scope, examId, questionId, 'as-asked')
      const back = await Promise.all(people.map((id) => standing(examId, id)))
      expect(back.map(({ result }) => result)).toEqual(first.map(({ result }) => result))
      expect(back[0]).toEqual(first[0])
    }
  })

  test('takes a certificate away and gives the same one back; one that an instructor revoked stays so', async () => {
    const { scope, examId, questionId, old, fresh } = await three()
    const { certificate } = await standing(examId, old)
    const code = certificate?.code ?? ''
    correct(questionId, 'corrected')
    await regrade(scope, examId, questionId, 'new')
    expect((await checkCertificate({ code }))?.voidedAt).not.toBeNull()
    const given = (await standing(examId, fresh)).certificate?.code ?? ''
    expect(await checkCertificate({ code: given })).toMatchObject({ right: 10, voidedAt: null })
    // Two regrades later it is still known that a regrade revoked it.
    await regrade(scope, examId, questionId, 'new')
    await regrade(scope, examId, questionId, 'both')
    expect(await checkCertificate({ code })).toMatchObject({ right: 10, voidedAt: null })
    await database().examAttempt.updateMany({
      where: { code },
      data: { revokedAt: new Date(NOON) },
    })
    await regrade(scope, examId, questionId, 'new')
    await regrade(scope, examId, questionId, 'as-asked')
    expect(await checkCertificate({ code })).toMatchObject({ voidedAt: NOON })
    expect(await checkCertificate({ code: given })).toMatchObject({ right: 9 })
    expect((await checkCertificate({ code: given }))?.voidedAt).not.toBeNull()
  })

  test('leaves a granted appeal right, and a grant that is taken back leaves what the regrade says', async () => {
    const { scope, examId, questionId, fresh, second } = await three()
    const place = { userId: fresh, attemptId: second.attemptId, position: 0 }
    await appealAnswer(await as(fresh), { ...place, reason: 'It is so.', now: NOON + DAY })
    const decide = (grant: boolean, now: number) =>
      decideAppeal(scope, { ...place, examId, grant, reply: 'Because.', alike: false, now })
    await decide(true, NOON + DAY)
    correct(questionId, 'corrected')
    for (const choice of ['leave-out', 'as-asked', 'new'] as const) {
      await regrade(scope, examId, questionId, choice)
      expect(await marks(examId, fresh)).toEqual(['10/10 true'])
    }
    await decide(false, NOON + 2 * DAY)
    expect(await marks(examId, fresh)).toEqual(['10/10 true'])
    await regrade(scope, examId, questionId, 'as-asked')
    expect(await marks(examId, fresh)).toEqual(['9/10 false'])
    await decide(true, NOON + 3 * DAY)
    expect(await marks(examId, fresh)).toEqual(['10/10 true'])
  })

  test('tells whose result changed, once, and records before and after', async () => {
    const { scope, examId, questionId, old, fresh, none, actorId, cohortId } = await three()
    correct(questionId, 'corrected')
    await regrade(scope, examId, questionId, 'both')
    const told = async (id: UserId) =>
      (await loadNotifications(await as(id))).filter(({ title }) => title.includes('graded again'))
    expect(await told(old)).toEqual([])
    expect(await told(none)).toEqual([])
    const [note] = await told(fresh)
    expect(note?.body).toContain('10 of 10 correct, passed')
    expect(note?.body).not.toContain(NEW_ANSWER)
    const events = await database().auditEvent.findMany({
      where: { actorId, kind: { in: ['exam_regraded', 'exam_result_corrected'] } },
      orderBy: { id: 'asc' },
    })
    expect(
      events.map(({ kind, subjectId, detail }) => ({ kind, subjectId, detail })),
    ).toMatchObject([
      {
        kind: 'exam_result_corrected',
        subjectId: fresh,
        detail: { rightBefore: 9, right: 10, passedBefore: 'no', passed: 'yes', exam: examId },
      },
      {
        kind: 'exam_regraded',
        detail: {
          ...{ cohort: cohortId, question: questionId, choiceBefore: null, choice: 'both' },
          ...{ attempts: 3, changed: 1, newlyPassed: 1, newlyFailed: 0 },
        },
      },
    ])
    expect(await standing(examId, fresh)).toMatchObject({ status: 'passed' })
    const { past } = await loadExam(await as(fresh), { examId, now: NOON + 3 * DAY })
    expect(past[0]).toMatchObject({ regraded: 1, changedSince: 0 })
  })

  test('is regraded by one entry of notices and of the audit, however many results change', async () => {
    const { scope, examId, questionId } = await three()
    correct(questionId, 'corrected')
    const texts = await textsOf(() => regrade(scope, examId, questionId, 'point'))
    const sent = (begin: RegExp) => texts.filter((text) => begin.test(text))
    expect(sent(/^INSERT INTO .*"Notification"/)).toHaveLength(1)
    expect(sent(/^INSERT INTO .*"AuditEvent"/)).toHaveLength(1)
    expect(sent(/^SELECT .* FROM "public"."User"/)).toHaveLength(1)
    const listing = await textsOf(() => loadRegrades(scope, { examId }))
    expect(listing.filter((text) => /^SELECT .* FROM "public"."User"/.test(text))).toHaveLength(1)
  })

  test('is regraded without reading attempts that do not have it', async () => {
    const { scope, examId, questionId, fresh, second } = await three()
    correct(questionId, 'corrected')
    const [, asked] = await drawnQuestions(fresh, second.attemptId)
    const { id = '', revision = 1 } = asked?.question ?? {}
    const other = { question: { id, revision } }
    await database().examAttempt.updateMany({
      where: { examId, userId: fresh },
      data: { questions: [other] },
    })
    expect((await loadRegrades(scope, { examId })).questions[0]?.marks).toHaveLength(2)
    expect(await regrade(scope, examId, questionId, 'point')).toMatchObject({ attempts: 2 })
  })

  test('makes another xAPI statement for a result that was regraded', async () => {
    const { scope, examId, questionId } = await three()
    const idsOf = async () => {
      let text = ''
      const parts = await exportXapi(scope, {
        now: NOON + 2 * DAY,
        origin: 'https://steppe.example',
      })
      for await (const part of parts) text += part
      const statements: { id: string; result?: { score?: unknown } }[] = JSON.parse(text)
      return statements.filter(({ result }) => result?.score !== undefined).map(({ id }) => id)
    }
    const before = await idsOf()
    correct(questionId, 'corrected')
    await regrade(scope, examId, questionId, 'point')
    const after = await idsOf()
    expect(after).toHaveLength(before.length)
    expect(after.filter((id) => before.includes(id))).toEqual([])
  })
})

describe('a withdrawn question', () => {
  test('has no new answer to count; it can be left out or given to everybody', async () => {
    const { scope, examId, questionId, old, none } = await three()
    correct(questionId, 'withdrawn')
    const [question] = (await loadRegrades(scope, { examId })).questions
    expect(question).toMatchObject({ answerNow: null })
    expect(question?.choices.map(({ choice }) => choice)).toEqual([
      'point',
      'leave-out',
      'as-asked',
    ])
    for (const choice of ['both', 'new'] as const) {
      const wanted = regrade(scope, examId, questionId, choice)
      await expect(wanted).rejects.toEqual(refusal('invalid_input'))
    }
    await regrade(scope, examId, questionId, 'leave-out')
    expect(await marks(examId, old, none)).toEqual(['9/9 true', '9/9 true'])
  })
})

describe('who may', () => {
  test('an instructor of the cohort with a reason, and not about an attempt of their own', async () => {
    const { scope, examId, questionId, cohortId, actorId, old } = await three()
    correct(questionId, 'corrected')
    const wanted = { examId, questionId, choice: 'point' as const, reason: 'So.', now: NOON + DAY }
    const nothing = regradeQuestion(scope, { ...wanted, reason: ' ' })
    await expect(nothing).rejects.toEqual(refusal('invalid_input'))
    const stranger = await somebody('instructor')
    await expect(running(stranger, cohortId)).rejects.toEqual(refusal('not_found'))
    await database().examAttempt.updateMany({
      where: { userId: old, examId },
      data: { userId: actorId },
    })
    await expect(regradeQuestion(scope, wanted)).rejects.toEqual(refusal('not_allowed'))
    expect((await instructing(actorId)).user.id).toBe(actorId)
    expect(await database().examRegrade.count({ where: { examId } })).toBe(0)
  })

  test('two at once leave one whole result and both decisions', async () => {
    const { scope, examId, questionId, old, fresh, none } = await three()
    correct(questionId, 'corrected')
    await Promise.all([
      regrade(scope, examId, questionId, 'leave-out'),
      regrade(scope, examId, questionId, 'point'),
    ])
    const now = await marks(examId, old, fresh, none)
    expect(new Set(now).size).toBe(1)
    const [question] = (await loadRegrades(scope, { examId })).questions
    expect(question?.decided).toHaveLength(2)
    await regrade(scope, examId, questionId, 'as-asked')
    expect(await marks(examId, old, fresh, none)).toEqual([
      '10/10 true',
      '9/10 false',
      '9/10 false',
    ])
  })
})
