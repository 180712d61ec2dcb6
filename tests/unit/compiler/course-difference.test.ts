import { describe, expect, test } from 'vitest'
import { courseDifference, isSame } from '@/lib/compiler/difference/course-difference'
import { differenceSummary, differenceText } from '@/lib/compiler/difference/difference-text'
import type { InputFile } from '@/lib/compiler/draft'
import { compiled, edit, fixtureFiles } from '../../support/course-fixture'

const GROWTH = 'questions/growth.yaml'

/** What changes when the fixture is edited so. */
async function changed(change: (files: readonly InputFile[]) => readonly InputFile[]) {
  const files = await fixtureFiles()
  const before = compiled(files)
  return courseDifference(before, compiled(change(files), before))
}

describe('the difference of two versions', () => {
  test('is empty for the same course, also when the database has sorted its keys', async () => {
    const catalogue = compiled(await fixtureFiles())
    const sorted = JSON.parse(JSON.stringify(catalogue, Object.keys(flatKeys(catalogue)).sort()))
    const difference = courseDifference(catalogue, sorted)
    expect(isSame(difference)).toBe(true)
    expect(differenceText(difference)).toBe('Nothing that is taught or asked differs.')
  })

  test('shows both texts of each part of a changed question, with its severity and note', async () => {
    const difference = await changed((files) =>
      edit(
        files,
        GROWTH,
        'answer: Tolls had doubled',
        'answer: Pirates\n    revision: 2\n    changes:\n      - { revision: 2, severity: meaning, note: Misread., previousAnswer: Tolls had doubled }',
      ),
    )
    expect(difference.questions).toEqual({
      added: [],
      retired: [],
      changed: [
        {
          id: 'founding-motive',
          title: 'Why did merchants press for the League?',
          severity: 'meaning',
          notes: ['Misread.'],
          fields: [
            { name: 'answer', before: 'Tolls had doubled', after: 'Pirates' },
            { name: 'revision', before: '1', after: '2' },
          ],
        },
      ],
    })
    expect(differenceSummary(difference)).toBe('1 question changed (1 of meaning).')
    expect(differenceText(difference)).toContain('founding-motive (meaning): Misread.')
    expect(differenceText(difference)).toContain('+ Pirates')
  })

  test('names what may change without a revision too', async () => {
    const { questions } = await changed((files) =>
      edit(
        files,
        GROWTH,
        'facts: [tid-motive]',
        "facts: [tid-motive]\n    cites: ['tide-report#6']",
      ),
    )
    expect(questions.changed).toMatchObject([
      {
        severity: null,
        fields: [{ name: 'further citations', before: '', after: 'tide-report#6' }],
      },
    ])
  })

  test('has of a lesson only the paragraphs that differ', async () => {
    const { lessons } = await changed((files) =>
      edit(files, 'lessons/rivals/lean-years.md', 'Which count is right.', 'Whose count is right.'),
    )
    expect(lessons.changed).toMatchObject([
      {
        id: 'lean-years',
        fields: [{ name: 'text', before: 'Which count is right.', after: 'Whose count is right.' }],
      },
    ])
  })

  test('has everything as new when nothing was published before', async () => {
    const catalogue = compiled(await fixtureFiles())
    const difference = courseDifference(null, catalogue)
    expect(difference.questions.added).toHaveLength(catalogue.questions.length)
    expect(difference.facts.added).toHaveLength(catalogue.facts.length)
    expect(difference.others).toEqual([])
  })

  test('names a retired question with its reason', async () => {
    const { questions } = await changed((files) => {
      const text = files.find(({ path }) => path === 'questions/rivals.yaml')?.text ?? ''
      const gone = text.slice(text.indexOf('  - id: league-order'))
      return edit(
        edit(files, 'questions/rivals.yaml', gone, ''),
        'course.yaml',
        'modules:\n',
        'retired:\n  - { id: league-order, reason: Too easy. }\nmodules:\n',
      )
    })
    expect(questions.retired).toEqual([
      { id: 'league-order', title: 'Put these steps in order of time.', reason: 'Too easy.' },
    ])
  })
})

/** Every key that occurs anywhere, for a copy with sorted keys. */
function flatKeys(value: unknown): Record<string, true> {
  if (Array.isArray(value)) return Object.assign({}, ...value.map(flatKeys))
  if (typeof value !== 'object' || value === null) return {}
  return Object.assign(
    Object.fromEntries(Object.keys(value).map((key) => [key, true])),
    ...Object.values(value).map(flatKeys),
  )
}
