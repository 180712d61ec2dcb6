import { describe, expect, test } from 'vitest'
import { lookUp } from '@/lib/course/look-up'
import { ownersIn } from '@/lib/course/owners'
import type { Question } from '@/lib/course/types'
import { answered, completed, examined } from '@/lib/interop/xapi'
import { asEventId, asLessonId, asQuestionId, asUserId } from '@/lib/kernel/ids'
import { seededRandom } from '@/lib/kernel/seeded-random'
import { asStudyDay } from '@/lib/kernel/study-day'
import { givenText } from '@/lib/kinds/given-text'
import { interactionOf, responseOf } from '@/lib/kinds/interaction-of'
import { kindOf } from '@/lib/kinds/kinds'
import type { Answer } from '@/lib/kinds/types'
import { compiled, fixtureFiles } from '../../support/course-fixture'
import { compileFolder } from '../../support/real-course'
import { statementShape } from '../../support/xapi-shape'
import { everyKind, question } from '../kinds/build'

const home = 'https://steppe.example'
const catalogue = compiled(await fixtureFiles())
const ground = { home, look: lookUp(catalogue), owners: ownersIn(catalogue) }
const person = { id: asUserId('01a20db4-f8b9-76cb-a3c1-e8df61f71d90'), name: 'Amina Castell' }
const AT = Date.UTC(2026, 5, 3, 6, 15, 0, 7)

/** The statement of an answer to a question, as the export makes it. */
function stated(asked: Question, answer: Answer | null, durationMs = 61_239) {
  const told = {
    interaction: interactionOf(asked, (id) => id.toUpperCase()),
    response: answer === null ? null : responseOf(asked, answer),
    given: answer === null ? '' : givenText(answer, (id) => id.toUpperCase()),
  }
  const graded = {
    answer,
    correct: null,
    durationMs,
    revision: 1,
    predictedRecall: null,
    context: 'review' as const,
    confidence: null,
  }
  const event = {
    id: asEventId('01a20db4-f8b9-76cb-a3c1-e8df61f71d91'),
    questionId: asQuestionId('founding-motive'),
    at: AT,
    day: asStudyDay(20_607),
    receivedAt: AT,
    kind: 'grade' as const,
    rating: 3 as const,
    modelVersion: 'm',
    durationMs,
    graded,
  }
  return answered(person, event, told, ground)
}

const rightly = (asked: Question) => stated(asked, kindOf(asked.kind).rightAnswer(asked))

const choice = rightly(question('choice'))
const number = rightly(question('number'))
const match = rightly(question('match'))
const exam = examined(
  person,
  {
    id: '01a20db4-f8b9-76cb-a3c1-e8df61f71d93',
    examId: '01a20db4-f8b9-76cb-a3c1-e8df61f71d94',
    title: 'Sign-off',
    topicIds: ['leagues'],
    startedAt: 0,
    submittedAt: 1_800_000,
    score: 0.85,
    passed: true,
  },
  ground,
)
const lesson = completed(
  person,
  {
    id: asLessonId('founding-years'),
    completedAt: AT,
    statementId: '01a20db4-f8b9-56cb-a3c1-e8df61f71d92',
  },
  ground,
)

const { definition } = choice.object
const { account, ...nobody } = choice.actor
const defined = (base: typeof choice, changes: object) => ({
  ...base,
  object: { ...base.object, definition: { ...base.object.definition, ...changes } },
})
const resulted = (base: typeof choice, changes: object) => ({
  ...base,
  result: { ...base.result, ...changes },
})

describe('what Steppe writes keeps every rule', () => {
  test.each(everyKind.map((asked) => [asked.kind, asked] as const))(
    'for a question of the kind %s, answered rightly, wrongly and not at all',
    (_, asked) => {
      const kind = kindOf(asked.kind)
      const forgotten = kind.forgottenAnswer(asked, seededRandom('xapi'))
      for (const answer of [kind.rightAnswer(asked), forgotten, null]) {
        const statement = JSON.parse(JSON.stringify(stated(asked, answer)))
        expect(statementShape.parse(statement)).toEqual(statement)
        expect(statement.object.definition.correctResponsesPattern.length).toBeGreaterThan(0)
      }
    },
  )

  test('for every question of the course', async () => {
    const { questions } = await compileFolder()
    for (const asked of questions) statementShape.parse(rightly(asked))
  }, 30_000)

  test('for a lesson, and for an exam that took no time', () => {
    for (const statement of [lesson, exam]) statementShape.parse(statement)
    statementShape.parse(stated(question('text'), null, 0))
  })
})

describe('a right answer is one of the correct responses', () => {
  test.each([
    ['choice', 'Moscow'],
    ['multi', 'Russia[,]China[,]Kazakhstan[,]Tajikistan'],
    ['map', 'ru[,]am[,]kz'],
    ['order', 'Treaty[,]Shanghai_Five[,]SCO[,]CSTO[,]Andijan'],
    ['match', 'RATS[.]Tashkent[,]SCO[.]Beijing[,]CSTO[.]Moscow[,]NATO[.]Brussels'],
    ['cloze', 'June 2006'],
    ['text', 'Shanghai Cooperation Organisation'],
    ['number', '4500'],
  ] as const)('of the kind %s', (kind, response) => {
    const statement = rightly(question(kind))
    expect(statement.result.response).toBe(response)
    expect(statement.object.definition).toMatchObject({ correctResponsesPattern: [response] })
  })

  test('a number within its tolerance is between the two numbers, read as grading reads it', () => {
    const asked = question('number', { answer: 1.3, unit: 'billion dollars', tolerance: 0.1 })
    const statement = stated(asked, { kind: 'number', text: 'about $1,350 million' })
    expect(statement.object.definition).toMatchObject({ correctResponsesPattern: ['1.2[:]1.4'] })
    expect(statement.result.response).toBe('1.35')
  })

  test('every accepted form of a typed answer is a correct response', () => {
    const asked = question('text', { accept: ['SCO'] })
    expect(rightly(asked).object.definition).toMatchObject({
      interactionType: 'fill-in',
      correctResponsesPattern: ['Shanghai Cooperation Organisation', 'SCO'],
    })
  })
})

describe('what does not fit the interaction is told in words and not as a response', () => {
  test.each<[string, Question, Answer, string]>([
    ['a number that is none', question('number'), { kind: 'number', text: 'many' }, 'many'],
    [
      'an option that the question no longer has',
      question('choice'),
      { kind: 'choice', option: 'Minsk' },
      'Minsk',
    ],
    [
      'an answer to the kind that the question was',
      question('choice'),
      { kind: 'text', text: 'Moscow' },
      'Moscow',
    ],
  ])('%s', (_, asked, answer, words) => {
    const { result } = stated(asked, answer)
    expect(result.response).toBeUndefined()
    expect(result.extensions).toMatchObject({ [`${home}/xapi/answer-in-words`]: words })
  })

  test('texts with the delimiters of xAPI, spaces or half a character keep ids apart', () => {
    const distractors = ['a b', 'a_b', 'a%20b', 'x[,]y', 'x[.]y', 'x[:]y', '日本', '\ud800']
    const statement = rightly(question('choice', { answer: 'a[,]b', distractors }))
    expect(statementShape.safeParse(statement).success).toBe(true)
  })
})

describe('the specification, and what our own check refuses by it', () => {
  test.each<[string, object]>([
    ['A Statement MUST use UUIDs (RFC 4122, in standard string form)', { ...choice, id: 'none' }],
    [
      'Statements and other objects MUST NOT include properties that are not named',
      { ...choice, unknown: 1 },
    ],
    [
      'An Agent MUST be identified by one (1) of the four types of Inverse Functional Identifiers',
      { ...choice, actor: nobody },
    ],
    [
      'An Agent MUST NOT include more than one (1) Inverse Functional Identifier',
      { ...choice, actor: { ...choice.actor, mbox: 'mailto:amina@example.org' } },
    ],
    [
      'mbox: the required format is "mailto:email address"',
      { ...choice, actor: { ...nobody, mbox: 'amina@example.org' } },
    ],
    [
      'account homePage: the canonical home page for the system the account is on is an IRL',
      { ...choice, actor: { ...nobody, account: { ...account, homePage: 'steppe' } } },
    ],
    [
      'account name: the unique id used to log in to this account is required',
      { ...choice, actor: { ...nobody, account: { homePage: home } } },
    ],
    ['A verb id MUST be an IRI', { ...choice, verb: { ...choice.verb, id: 'answered' } }],
    [
      'A Language Map is a dictionary where the key is an RFC 5646 Language Tag',
      { ...choice, verb: { ...choice.verb, display: { 'in English': 'answered' } } },
    ],
    [
      'An Activity id MUST be an IRI',
      { ...choice, object: { ...choice.object, id: '/questions/founding-motive' } },
    ],
    [
      'Interaction Activities MUST have a valid interactionType',
      defined(choice, { interactionType: 'map' }),
    ],
    [
      'An interactionType is required of what is of the type cmi.interaction',
      {
        ...choice,
        object: { ...choice.object, definition: { type: definition.type, name: definition.name } },
      },
    ],
    [
      'An LRS MUST reject components that the interactionType does not support: scale of a choice',
      defined(choice, { scale: [{ id: 'a' }] }),
    ],
    ['A choice has choices', defined(choice, { choices: undefined })],
    ['A matching has a source and a target', defined(match, { target: undefined })],
    [
      'Within an array of interaction components, all id values MUST be distinct',
      defined(choice, { choices: [{ id: 'Moscow' }, { id: 'Moscow' }] }),
    ],
    [
      'An interaction component\u2019s id value SHOULD NOT have whitespace',
      defined(choice, { choices: [{ id: 'Moscow' }, { id: 'New York' }] }),
    ],
    [
      'correctResponsesPattern is an array of strings',
      defined(choice, { correctResponsesPattern: 'Moscow' }),
    ],
    [
      'choice: a list of item ids delimited by [,]',
      defined(choice, { correctResponsesPattern: ['Moscow,Astana'] }),
    ],
    [
      'matching: pairs of a source id and a target id delimited by [.]',
      defined(match, { correctResponsesPattern: ['RATS[,]Tashkent'] }),
    ],
    [
      'numeric: a range of numbers is separated by [:], the lower first',
      defined(number, { correctResponsesPattern: ['5000[:]4000'] }),
    ],
    ['numeric: the response is a number', resulted(number, { response: '4,500 troops' })],
    ['choice: the response is a list of item ids', resulted(choice, { response: 'Minsk' })],
    ['success is a Boolean', resulted(choice, { success: 'true' })],
    ['response is a string', resulted(choice, { response: 1 })],
    ['duration is in ISO 8601', resulted(choice, { duration: '61 s' })],
    ['a duration has at least one part', resulted(choice, { duration: 'PT' })],
    [
      'The score\u2019s scaled is between -1 and 1, inclusive',
      resulted(choice, { score: { scaled: 85 } }),
    ],
    [
      'The score\u2019s raw is between min and max, inclusive',
      resulted(choice, { score: { raw: 11, min: 0, max: 10 } }),
    ],
    [
      'The keys of Extensions MUST be IRIs',
      resulted(choice, { extensions: { 'answer in words': 'Moscow' } }),
    ],
    [
      'context language is an RFC 5646 Language Tag',
      { ...choice, context: { ...choice.context, language: 'English' } },
    ],
    [
      'A timestamp MUST be formatted according to ISO 8601',
      { ...choice, timestamp: '3 June 2026 06:15' },
    ],
    ['A timestamp names its zone', { ...choice, timestamp: '2026-06-03T06:15:00.007' }],
    [
      'A timestamp MUST NOT use an offset of -00, -0000 or -00:00',
      { ...choice, timestamp: '2026-06-03T06:15:00.007-00:00' },
    ],
    ['A Statement\u2019s version MUST begin with 1.0', { ...choice, version: '2.0.0' }],
    [
      'A Statement MUST NOT have a value set to null, except inside extensions',
      resulted(choice, { response: null }),
    ],
  ])('%s', (_, statement) => {
    expect(statementShape.safeParse(statement).success).toBe(false)
  })

  test('a duration of fractions and one of weeks are both ISO 8601', () => {
    for (const duration of ['PT4H35M59.14S', 'P3Y1M29DT4H35M59S', 'P2W', 'PT0S']) {
      expect(statementShape.safeParse(resulted(choice, { duration })).success).toBe(true)
    }
  })
})
