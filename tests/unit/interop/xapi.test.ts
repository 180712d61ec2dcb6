import { expect, test } from 'vitest'
import { compileLibrary } from '@/lib/compiler/library/compile-library'
import { viewOf } from '@/lib/course/courses'
import { lookUp } from '@/lib/course/look-up'
import { ownersIn } from '@/lib/course/owners'
import type { Catalogue } from '@/lib/course/types'
import { answered, completed, examined } from '@/lib/interop/xapi'
import { asEventId, asLessonId, asQuestionId, asUserId } from '@/lib/kernel/ids'
import { asStudyDay } from '@/lib/kernel/study-day'
import type { ReviewEvent } from '@/lib/review/event'
import { compiled, fixtureFiles } from '../../support/course-fixture'
import { bothCourses } from '../../support/library'
import { statementShape } from '../../support/xapi-shape'

const nothing = { interaction: null, response: null, given: '' }

const groundOf = (catalogue: Catalogue) => ({
  home: 'https://steppe.example',
  look: lookUp(catalogue),
  owners: ownersIn(catalogue),
})
const ground = groundOf(compiled(await fixtureFiles()))
const person = { id: asUserId('01a20db4-f8b9-76cb-a3c1-e8df61f71d90'), name: 'Amina Castell' }

const grade = (over: object = {}): Extract<ReviewEvent, { kind: 'grade' }> => ({
  id: asEventId('01a20db4-f8b9-76cb-a3c1-e8df61f71d91'),
  questionId: asQuestionId('founding-motive'),
  at: Date.UTC(2026, 5, 3, 6, 15, 0, 7),
  day: asStudyDay(20_607),
  receivedAt: Date.UTC(2026, 5, 3, 6, 15, 1),
  kind: 'grade',
  rating: 1,
  modelVersion: 'm',
  durationMs: 61_239,
  graded: {
    answer: null,
    correct: null,
    durationMs: 61_239,
    revision: 2,
    predictedRecall: null,
    context: 'lesson',
    confidence: null,
  },
  ...over,
})

const attempt = {
  id: '01a20db4-f8b9-76cb-a3c1-e8df61f71d93',
  examId: 'e',
  title: 'Sign-off',
  topicIds: ['snow', 'leagues', 'gone'],
  startedAt: 0,
  submittedAt: 1_800_000,
  score: 0.85,
  passed: true,
}

test('an answer says who, what, how it went, how long it took and where', () => {
  const statement = answered(
    person,
    grade(),
    {
      interaction: { interactionType: 'fill-in', correctResponsesPattern: ['to trade'] },
      response: 'to trade',
      given: 'to trade',
    },
    ground,
  )
  expect(statementShape.parse(statement)).toEqual(statement)
  expect(statement).toMatchObject({
    id: '01a20db4-f8b9-76cb-a3c1-e8df61f71d91',
    actor: { account: { homePage: 'https://steppe.example', name: person.id } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object: { id: 'https://steppe.example/questions/founding-motive' },
    result: { success: false, response: 'to trade', duration: 'PT61.24S' },
    context: { revision: '2', platform: 'Steppe' },
    timestamp: '2026-06-03T06:15:00.007Z',
  })
})

test('a question graded by its learner succeeds from Hard on, one graded by the server as it said', () => {
  const success = (event: ReturnType<typeof grade>) =>
    answered(person, event, nothing, ground).result.success
  expect(success(grade({ rating: 2 }))).toBe(true)
  const { graded } = grade()
  expect(success(grade({ rating: 4, graded: { ...graded, correct: false } }))).toBe(false)
})

test('a question that the course has dropped is still told of', () => {
  const statement = answered(
    person,
    grade({ questionId: asQuestionId('gone') }),
    { ...nothing, given: 'to trade' },
    ground,
  )
  expect(statementShape.parse(statement)).toEqual(statement)
  expect(statement.object.definition).toMatchObject({
    name: { en: 'gone' },
    interactionType: 'other',
  })
  expect(statement.result.extensions).toMatchObject({
    'https://steppe.example/xapi/answer-in-words': 'to trade',
  })
})

test('a lesson is completed, an exam passed or failed with its score', () => {
  const lesson = {
    id: asLessonId('founding-years'),
    completedAt: Date.UTC(2026, 5, 3),
    statementId: '01a20db4-f8b9-56cb-a3c1-e8df61f71d92',
  }
  const read = completed(person, lesson, ground)
  expect(statementShape.parse(read)).toEqual(read)
  expect(read.verb.id).toMatch(/completed$/)
  const passed = examined(person, attempt, ground)
  expect(statementShape.parse(passed)).toEqual(passed)
  expect(passed.result).toMatchObject({ score: { scaled: 0.85 }, duration: 'PT1800S' })
  expect(examined(person, { ...attempt, passed: false }, ground).verb.id).toMatch(/failed$/)
})

test('of several courses, a statement names those that it is about, whoever it is for', async () => {
  const { catalogue } = compileLibrary(await bothCourses(), { previous: null })
  if (catalogue === null) throw new Error('The courses of the tests do not compile')
  const whole = groundOf(catalogue)
  const seen = { ...whole, look: lookUp(viewOf(catalogue, ['harbours'])) }
  const lesson = { id: asLessonId('founding-years'), completedAt: 0, statementId: attempt.id }
  const coursesOf = ({ context }: ReturnType<typeof completed>) =>
    context.contextActivities.grouping.map(({ id }) => id.replace(whole.home, ''))
  for (const each of [whole, seen]) {
    const statements = [
      answered(person, grade(), nothing, each),
      completed(person, lesson, each),
      examined(person, attempt, each),
      answered(person, grade({ questionId: asQuestionId('gone') }), nothing, each),
    ]
    for (const one of statements) expect(statementShape.parse(one)).toEqual(one)
    expect(statements.map(coursesOf)).toEqual([
      ['/course', '/course?course=harbours'],
      ['/course', '/course?course=harbours'],
      ['/course', '/course?course=harbours', '/course?course=passes'],
      ['/course'],
    ])
  }
  expect(coursesOf(completed(person, lesson, ground)), 'where there is one').toEqual(['/course'])
})
