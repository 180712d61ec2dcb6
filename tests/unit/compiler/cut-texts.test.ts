import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '@/lib/compiler/parse/parse-yaml'
import { edit, faultsIn, fixtureFiles, lineOf } from '../../support/course-fixture'

const GROWTH = 'questions/growth.yaml'
const OLD = 'distractors: [Elsund, Farholm]'

/** [what was cut, the list as somebody wrote it, the two pieces] */
const cuts: readonly (readonly [string, string, string, string])[] = [
  [
    'an option that goes on with “but”',
    '[Elsund, Neither, but as a guest]',
    'Neither',
    'but as a guest',
  ],
  ['a condition', '[Elsund, It was open, for members only]', 'It was open', 'for members only'],
  ['a number at its thousands', '[Elsund, A force of 1, 500 troops]', 'A force of 1', '500 troops'],
  ['a bracket', '[Elsund, Farholm (north, East)]', 'Farholm (north', 'East)'],
  ['a quotation', '[Elsund, “Never, Sir”]', '“Never', 'Sir”'],
]

describe('a comma that split one entry of a list into two', () => {
  test.each(cuts)('%s is refused, with what was understood', async (_, list, one, other) => {
    const files = edit(await fixtureFiles(), GROWTH, OLD, `distractors: ${list}`)
    const faults = faultsIn(files)
    expect(faults).toContainEqual({
      file: GROWTH,
      line: lineOf(files, GROWTH, 'distractors: [Elsund'),
      rule: 'cut-text',
      message: expect.stringContaining(`"${one}" and "${other}"`),
    })
    const [fault] = faults.filter(({ rule }) => rule === 'cut-text')
    expect(fault?.message).toContain(`If "${one}, ${other}" is one entry, put it in quotes`)
  })

  test('a list with more wrong options than a choice may have says what was understood', async () => {
    const files = edit(await fixtureFiles(), GROWTH, OLD, 'distractors: [Elsund, Farholm, A, B]')
    expect(faultsIn(files)).toEqual([
      {
        file: GROWTH,
        line: lineOf(files, GROWTH, 'distractors: [Elsund'),
        rule: 'schema',
        message:
          '`distractors`: has 4 entries, and at most 3 are allowed. It was read as "Elsund" | "Farholm" | "A" | "B"; an entry with a comma in it needs quotes',
      },
    ])
  })

  test('a text that # ends is refused', async () => {
    const prompt = 'Which state came to the League as an observer in 1984?'
    const files = edit(
      await fixtureFiles(),
      GROWTH,
      prompt,
      'Which state came as guest #1 in 1984?',
    )
    expect(faultsIn(files)).toEqual([
      {
        file: GROWTH,
        line: lineOf(files, GROWTH, 'guest #1'),
        rule: 'cut-text',
        message:
          'the text ends at "Which state came as guest", because # begins a comment. Put the text in quotes, or a space after the #',
      },
    ])
  })
})

const keys = fc.constantFrom('distractors', 'answers', 'items', 'accept', 'keyTerms')
const fragments = fc.constantFrom(
  'but',
  'and',
  '1',
  '500 men',
  '(north',
  '“Never',
  'Sir”',
  'Neither',
  'of it',
  '#1',
)
const entry = fc.array(fragments, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(', '))

test('no list whose entries are in quotes is refused, and each entry is read as it was written', () => {
  fc.assert(
    fc.property(keys, fc.array(entry, { minLength: 1, maxLength: 6 }), (key, entries) => {
      const text = `questions:\n  - ${key}: [${entries.map((one) => JSON.stringify(one)).join(', ')}]\n`
      const { document, faults } = parseYaml('a.yaml', text)
      expect(faults).toEqual([])
      expect(document?.value).toEqual({ questions: [{ [key]: entries }] })
    }),
  )
})

test('words, names, ids and figures that nobody cut are not refused', () => {
  for (const list of [
    'distractors: [Elsund, Farholm, The League]',
    'distractors: [has left, has refused, has kept]',
    'accept: [the League, League, US, not lethal, non-lethal]',
    "keyTerms: ['2,000 troops', 100 men each, in June]",
    'facts: [tid-founded, qua-exit]',
    "keyTerms: [Arvenia and Borland, not a priority, 'Arvenia 30']",
  ]) {
    expect([list, parseYaml('a.yaml', `questions:\n  - ${list}\n`).faults]).toEqual([list, []])
  }
})
