import { describe, expect, test } from 'vitest'
import { exportCourse } from '@/lib/compiler/export'
import { warningsOf } from '@/lib/compiler/report/balance-text'
import { giveAwayPairs } from '@/lib/compiler/report/give-away-pairs'
import { questionBalance } from '@/lib/compiler/report/question-balance'
import { standingOut } from '@/lib/compiler/report/standing-out'
import type { SourceDocument } from '@/lib/compiler/verify/verify'
import { verifyFiles } from '@/lib/compiler/verify/verify-files'
import { coverageOf } from '@/lib/course/coverage'
import { lookUp } from '@/lib/course/look-up'
import type { Catalogue } from '@/lib/course/types'
import { asQuestionId } from '@/lib/kernel/ids'
import { compiled, edit, faultsIn, fixtureFiles, lineOf } from '../../support/course-fixture'

const tellsIn = ({ questions }: Catalogue) =>
  questions.flatMap(({ id, tells }) => (tells ?? []).map((told) => `${id} ${told}`))

const GROWTH = 'questions/growth.yaml'
const FOUNDERS = 'id: founders\n    kind: multi\n    depth: full\n    asks: fact'
const SHIPS = 'facts: [tid-ships]\n'

describe('depth and what is asked for', () => {
  test('a question without them is refused', async () => {
    const files = edit(await fixtureFiles(), GROWTH, FOUNDERS, 'id: founders\n    kind: multi')
    expect(faultsIn(files).map(({ message }) => message)).toEqual([
      '`asks` is missing',
      '`depth` is missing',
    ])
  })

  test('may change without a revision', async () => {
    const before = compiled(await fixtureFiles())
    const other = FOUNDERS.replace('full', 'source-craft').replace('fact', 'case')
    const files = edit(await fixtureFiles(), GROWTH, FOUNDERS, other)
    const now = compiled(files, before).questions.find(({ id }) => id === 'founders')
    expect(now).toMatchObject({ depth: 'source-craft', asks: 'case', revision: 1 })
  })

  test('a lesson with less than two core questions is refused', async () => {
    const core = 'id: exit-cloze\n    kind: cloze\n    depth: core'
    const files = edit(
      await fixtureFiles(),
      'questions/rivals.yaml',
      core,
      core.replace('core', 'full'),
    )
    expect(faultsIn(files)).toEqual([
      {
        file: 'lessons/rivals/lean-years.md',
        line: 2,
        rule: 'core',
        message: 'lesson `lean-years` has 1 core question; it needs at least 2',
      },
    ])
  })

  test('a subject whose core is too large is refused, and one with an unknown topic too', async () => {
    const subjects = (topic: string) =>
      `subjects:\n  - { id: all, title: All, topics: [${topic}] }\nmodules:\n`
    const of = async (topic: string) =>
      faultsIn(edit(await fixtureFiles(), 'course.yaml', 'modules:\n', subjects(topic)))
    expect((await of('leagues')).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'core: subject `all` has 4 core questions of 9; 25 to 30 per cent are 2 to 3',
    ])
    expect((await of('league')).map(({ rule }) => rule)).toContain('unknown-id')
  })
})

describe('citations of a question’s own', () => {
  const citing = async (cite: string) =>
    edit(await fixtureFiles(), GROWTH, SHIPS, `${SHIPS}    cites: ['${cite}']\n`)
  const size = asQuestionId('fleet-size')

  test('follow those of its facts, also in the export, and count as testing the paragraph', async () => {
    const catalogue = compiled(await citing('quay-letter#2'))
    const look = lookUp(catalogue)
    const question = look.question(size) ?? expect.unreachable()
    expect(
      look.citationsOf(question).map(({ source, paragraph }) => `${source}#${paragraph}`),
    ).toEqual(['tide-report#4', 'quay-letter#2'])
    expect(exportCourse(catalogue).questions.find(({ id }) => id === size)?.cites).toEqual([
      'tide-report#4',
      'quay-letter#2',
    ])
    const letter = coverageOf(catalogue).find(({ source }) => source === 'quay-letter')
    expect(letter?.paragraphs[1]?.tested).toContain(size)
  })

  test('must lead to a paragraph that exists', async () => {
    const files = await citing('quay-letter#20')
    expect(faultsIn(files)).toEqual([
      expect.objectContaining({ line: lineOf(files, GROWTH, 'cites: ['), rule: 'paragraph-range' }),
    ])
    expect(faultsIn(await citing('quai-letter#2')).map(({ rule }) => rule)).toEqual(['unknown-id'])
  })

  test('are verified: the paragraph must speak of what the question speaks of', async () => {
    const letter = (text: string): SourceDocument => ({
      id: 'quay-letter',
      paragraphs: [1, 2, 3, 4].map((n) => ({ n, section: '(body)', text: n === 2 ? text : '' })),
    })
    const found = async (text: string) =>
      verifyFiles(await citing('quay-letter#2'), [letter(text)]).faults.filter(
        ({ file }) => file === GROWTH,
      )
    expect(await found('The League of June 1990 had 3,900.')).toEqual([])
    expect(await found('In the League.')).toEqual([
      expect.objectContaining({
        rule: 'citation',
        message: expect.stringContaining('only "League"'),
      }),
    ])
  })
})

describe('the balance of a course', () => {
  test('counts depth, what is asked, kind, lengths and negations', async () => {
    const catalogue = compiled(await fixtureFiles())
    const balance = questionBalance(catalogue)
    expect(balance.all).toEqual({
      name: 'all',
      questions: 10,
      byDepth: { core: 5, full: 4, 'source-craft': 1 },
      byAsks: { fact: 9, why: 1, case: 0 },
    })
    expect(balance.byKind).toMatchObject({ choice: 1, flash: 2, map: 1 })
    expect(balance.lengths).toEqual({ questions: 1, longest: 0, shortest: 0, byChance: 1 / 3 })
    expect(balance.negative).toEqual([])
    expect(warningsOf(balance)).toEqual(['why or case in leagues: 0 of 9, 3 fewer than 3'])
  })

  test('a question tells the answer of another that asks about the same thing', async () => {
    const prompt = 'prompt: How many ships did the report of June 1990 count in the League?'
    const telling =
      'prompt: Dunmere came to the League as an observer in 1984. How many ships then?'
    const catalogue = compiled(edit(await fixtureFiles(), GROWTH, prompt, telling))
    expect(tellsIn(catalogue)).toEqual(['fleet-size guest-state'])
    expect(tellsIn(compiled(await fixtureFiles()))).toEqual([])
    expect(giveAwayPairs(catalogue)).toEqual([])
  })

  test('two questions that tell the answer of each other are a pair to look at', async () => {
    const { questions, ...rest } = compiled(await fixtureFiles())
    const [one, other] = questions
    if (one === undefined || other === undefined) throw new Error('the course has no two questions')
    const telling = [
      { ...one, tells: [other.id] },
      { ...other, tells: [one.id] },
    ]
    const pair = [one.id, other.id].sort()
    expect(giveAwayPairs({ ...rest, questions: telling })).toEqual([pair])
  })

  test('options that tell by their form which is right are listed, with the reason', async () => {
    const options = 'answer: Dunmere\n    distractors: [Elsund, Farholm]'
    const whyOf = async (answer: string, wrong: string) => {
      const files = edit(
        await fixtureFiles(),
        GROWTH,
        options,
        `answer: ${answer}\n    distractors: [${wrong}]`,
      )
      return standingOut(compiled(files)).map(({ question, why }) => `${question}: ${why}`)
    }
    const lone = 'guest-state: one option alone begins with Yes'
    expect(await whyOf('Yes; in 1984', 'No; in 1983, No; in 1990, No; in 1991')).toEqual([lone])
    expect(await whyOf('No; in 1984', 'Yes; in 1983, No; in 1990, No; in 1991')).toEqual([lone])
    expect(await whyOf('Yes; in 1984', 'No; in 1983, Yes; in 1990, No; in 1991')).toEqual([])
    expect(await whyOf('No state at all', 'Elsund as guest, Farholm as one')).toEqual([])
    expect(await whyOf('The state of Dunmere', 'The old Elsund, The Farholm')).toEqual([
      'guest-state: the right option is 143 % as long as the longest of the others',
    ])
    expect(await whyOf('Dunmere', 'The old Elsund, The new Farholm')).toEqual([
      'guest-state: the right option is 50 % as long as the shortest of the others',
    ])
    expect(standingOut(compiled(await fixtureFiles()))).toEqual([])
  })
})
