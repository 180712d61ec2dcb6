import { describe, expect, test } from 'vitest'
import { compiled, edit, faultsIn, fixtureFiles, lineOf } from '../../support/course-fixture'

const GROWTH = 'questions/growth.yaml'
const RIVALS = 'questions/rivals.yaml'

describe('against the published catalogue', () => {
  test('an unchanged course has no fault, also when keys come back in another order', async () => {
    const files = await fixtureFiles()
    const published = compiled(files)
    const questions = published.questions.map((question) => ({
      ...Object.fromEntries(Object.entries(question).reverse()),
      ...question,
    }))
    expect(faultsIn(files, { ...published, questions })).toEqual([])
  })

  test.each([
    [
      'prompt',
      'Why did merchants press for the League?',
      'Why did merchants want the League?',
      'founding-motive',
    ],
    ['answer', 'answer: Tolls had doubled', 'answer: Doubled tolls', 'founding-motive'],
    ['distractors', '[Elsund, Farholm]', '[Elsund, Borland]', 'guest-state'],
    ['explanation', 'The report names tolls, not pirates.', 'It names tolls.', 'founding-motive'],
    ['facts', 'facts: [tid-founded]', 'facts: [tid-founded, tid-guest]', 'founding-month'],
    ['accept', 'accept: [1980-03]', 'accept: [1980-03, spring 1980]', 'founding-month'],
    ['tolerance', 'unit: ships', 'unit: ships\n    tolerance: 10', 'fleet-size'],
  ])('a changed %s needs a new revision', async (part, old, now, id) => {
    const published = compiled(await fixtureFiles())
    const files = edit(await fixtureFiles(), GROWTH, old, now)
    expect(faultsIn(files, published)).toEqual([
      {
        file: GROWTH,
        line: lineOf(files, GROWTH, `id: ${id}`),
        rule: 'changed-question',
        message: expect.stringContaining(`another ${part}: raise \`revision\` to 2`),
      },
    ])
  })

  test('a change with its revision and entry is accepted', async () => {
    const published = compiled(await fixtureFiles())
    const files = edit(
      await fixtureFiles(),
      GROWTH,
      'answer: Tolls had doubled',
      'answer: Tolls had trebled\n    revision: 2\n    changes:\n      - { revision: 2, severity: meaning, note: Corrected., previousAnswer: Tolls had doubled }',
    )
    const question = compiled(files, published).questions.find(({ id }) => id === 'founding-motive')
    expect(question?.changes).toEqual([
      { revision: 2, severity: 'meaning', note: 'Corrected.', previousAnswer: 'Tolls had doubled' },
    ])
  })

  test('options written down in another order are no change', async () => {
    const published = compiled(await fixtureFiles())
    const files = edit(await fixtureFiles(), GROWTH, '[Elsund, Farholm]', '[Farholm, Elsund]')
    expect(faultsIn(files, published)).toEqual([])
  })

  test('items of an order in another order are a change', async () => {
    const published = compiled(await fixtureFiles())
    const old = '[The founding, The coming of a guest, The exit of Cadmoria]'
    const now = '[The coming of a guest, The founding, The exit of Cadmoria]'
    const faults = faultsIn(edit(await fixtureFiles(), RIVALS, old, now), published)
    expect(faults.map(({ rule }) => rule)).toEqual(['changed-question'])
  })

  test('a revision does not go back', async () => {
    const published = compiled(await fixtureFiles())
    const old =
      '    revision: 2\n    changes:\n      - { revision: 2, severity: wording, note: Shorter items. }\n'
    const files = edit(await fixtureFiles(), RIVALS, old, '')
    expect(faultsIn(files, published)).toEqual([
      expect.objectContaining({
        rule: 'changed-question',
        line: lineOf(files, RIVALS, 'id: league-order'),
        message: 'question `league-order` has revision 1, but was published with revision 2',
      }),
    ])
  })

  test('a question goes only by being retired', async () => {
    const published = compiled(await fixtureFiles())
    const text = (await fixtureFiles()).find(({ path }) => path === RIVALS)?.text ?? ''
    const gone = text.slice(text.indexOf('  - id: league-order'))
    const files = edit(await fixtureFiles(), RIVALS, gone, '')
    expect(faultsIn(files, published)).toEqual([
      {
        file: 'course.yaml',
        line: 1,
        rule: 'retired',
        message: expect.stringContaining('`league-order` was published, but'),
      },
    ])
    const retired = 'retired:\n  - { id: league-order, reason: Replaced. }\nmodules:\n'
    const without = edit(files, 'course.yaml', 'modules:\n', retired)
    expect(faultsIn(without, published)).toEqual([])
    // It stays listed, because answers to it stay in the log.
    expect(faultsIn(files, compiled(without, published))).toEqual([
      expect.objectContaining({
        rule: 'retired',
        message: expect.stringContaining('`league-order` was retired in the published course'),
      }),
    ])
  })

  test('a change that names no earlier answer kept it', async () => {
    const order = compiled(await fixtureFiles()).questions.find(({ id }) => id === 'league-order')
    expect(order?.changes[0]?.previousAnswer).toBe(
      'earliest first: The founding; The coming of a guest; The exit of Cadmoria',
    )
  })
})
