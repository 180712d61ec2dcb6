import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTarget, writeTargets } from '@/lib/compiler/edit/edit-file'
import { fieldAt } from '@/lib/compiler/edit/field-at'
import type { Fields, Target } from '@/lib/compiler/edit/target'
import { entriesOf, withEntry, withEntryText } from '@/lib/compiler/edit/yaml-list'
import { readCourse } from '@/lib/compiler/read'

const SHIPPED = 'content/central-asia'
const LISTS = ['questions', 'facts', 'modules', 'topics', 'subjects', 'states', 'organisations']

const filesOf = async () => [
  ...(await readCourse(SHIPPED)),
  ...(await readCourse('tests/fixtures/course')),
]

test('an entry on one line keeps the order of its fields, and maps within a thing have their usual one', () => {
  const text = 'places:\n  - { id: quay, name: quay, at: [1, 2] }\n'
  const target = { path: 'pictures.yaml', list: 'places', id: 'quay' }
  const after = { at: [3, 4], id: 'quay', name: 'quay', words: ['the quay'] }
  expect(writeTarget(text, target, after)).toBe(
    "places:\n  - { id: quay, name: quay, at: [3, 4], words: ['the quay'] }\n",
  )
  // A draft is kept as jsonb, which sorts the fields by the length of their names.
  const change = {
    date: '1984',
    role: 'member',
    action: 'joins',
    states: ['el'],
    organisation: 'hl',
  }
  const fact = { path: 'facts/a.yaml', list: 'facts', id: 'a' }
  expect(writeTarget(undefined, fact, { id: 'a', changes: [change] })).toContain(
    "- { organisation: hl, role: member, action: joins, states: [el], date: '1984' }",
  )
})

/** The text of one file with one thing in it. */
const writeTarget = (text: string | undefined, target: Target, after: Fields | null) =>
  writeTargets(
    new Map(text === undefined ? [] : [[target.path, text]]),
    [target],
    () => after,
    new Map(),
  ).get(target.path) ?? null

/** Every entry of every list of both courses. */
async function everyEntry() {
  const yaml = (await filesOf()).filter(({ path }) => path.endsWith('.yaml'))
  return yaml.flatMap(({ path, text }) =>
    LISTS.flatMap((list) =>
      (entriesOf(text, list) ?? []).map((entry) => ({
        text,
        entry,
        target: { path, list, id: entry.id },
      })),
    ),
  )
}

describe('editing one entry of a file', () => {
  test('an entry replaced by its own text leaves every byte of the file', async () => {
    const all = await everyEntry()
    expect(all.length).toBeGreaterThan(1400)
    for (const { text, entry } of all) {
      expect(withEntryText(text, entry, text.slice(entry.from, entry.to))).toBe(text)
    }
  })

  test('saying of a thing what its file says already leaves every byte of the file', async () => {
    const all = await everyEntry()
    for (const { text, entry } of all) expect(withEntry(text, entry, entry.fields)).toBe(text)
    // Writing reads the file again each time, so only some.
    for (const { text, entry, target } of all.filter((_, i) => i % 40 === 0)) {
      expect(writeTarget(text, target, entry.fields)).toBe(text)
    }
    const others = (await filesOf()).filter(({ path }) => /^(lessons|sources)\//.test(path))
    expect(others.length).toBeGreaterThan(40)
    for (const { path, text } of others) {
      const target = { path, list: null, id: 'any' }
      const fields = readTarget(text, target)
      expect(fields, path).not.toBeNull()
      expect(writeTarget(text, target, fields)).toBe(text)
    }
  })

  test('an entry replaced by another text and then by its own again leaves every byte', async () => {
    const all = await everyEntry()
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.string(), ({ text, entry }, put) => {
        const changed = withEntryText(text, entry, put)
        const there = { ...entry, to: entry.from + put.length }
        expect(withEntryText(changed, there, text.slice(entry.from, entry.to))).toBe(text)
      }),
    )
  })

  test('whatever is written into an entry is read again, and every other entry keeps its text', async () => {
    const all = (await everyEntry()).filter(({ target }) => target.list === 'questions')
    fc.assert(
      fc.property(fc.constantFrom(...all), changes, ({ text, entry, target }, change) => {
        const after = withoutGaps({ ...entry.fields, ...change, id: entry.id })
        const written = writeTarget(text, target, after) ?? ''
        expect(readTarget(written, target)).toEqual(after)
        expect(textsBeside(written, target)).toEqual(textsBeside(text, target))
        expect(fieldAt(written, target, { line: lineOf(written, target.id) })).not.toBeNull()
      }),
      { numRuns: 100 },
    )
  }, 120_000)

  test('a new entry and its removal leave the others as they were', async () => {
    const all = (await everyEntry()).filter(({ target }) => target.list === 'facts')
    fc.assert(
      fc.property(fc.constantFrom(...all), changes, ({ text, target }, change) => {
        const id = 'quite-new'
        const place = { ...target, id }
        const fields = withoutGaps({ ...change, id })
        const added = writeTarget(text, place, fields) ?? ''
        expect(readTarget(added, place)).toEqual(fields)
        expect(textsBeside(added, place)).toEqual(textsBeside(text, place))
        expect(writeTarget(added, place, null)).toBe(text.endsWith('\n') ? text : `${text}\n`)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('a lesson whose fields and text are changed keeps the rest of its front matter', () => {
    const text = '---\nid: a # mine\ntitle: "One, two"\nminutes: 5\n---\nOld text.\n'
    const target = { path: 'lessons/m/a.md', list: null, id: 'a' }
    const fields = readTarget(text, target)
    expect(writeTarget(text, target, { ...fields, minutes: 7, body: 'New text.\n' })).toBe(
      '---\nid: a # mine\ntitle: "One, two"\nminutes: 7\n---\nNew text.\n',
    )
  })

  test('a list that is empty or not there gets its first entry', () => {
    const target = { path: 'course.yaml', list: 'retired', id: 'old' }
    const fields = { id: 'old', reason: 'Wrong, as it turned out.' }
    for (const text of [
      'id: x\nretired: []\ntitle: T\n',
      'id: x\ntitle: T\n',
      'id: x\nretired:\n',
    ]) {
      const written = writeTarget(text, target, fields) ?? ''
      expect(readTarget(written, target)).toEqual(fields)
      expect(written.startsWith('id: x\n')).toBe(true)
    }
  })

  test('a fault on any line of an entry is at the field that stands there', () => {
    const text =
      'questions:\n  - id: a\n    prompt: >-\n      One\n      two\n    pairs:\n      - { left: x, right: y }\n  - id: b\n'
    const target = { path: 'questions/a.yaml', list: 'questions', id: 'a' }
    expect(fieldAt(text, target, { line: 2 })?.field).toEqual(['id'])
    expect(fieldAt(text, target, { line: 5 })?.field).toEqual(['prompt'])
    expect(fieldAt(text, target, { line: 7 })?.field[0]).toBe('pairs')
    expect(fieldAt(text, target, { line: 8 })).toBeNull()
  })
})

const words = fc.oneof(
  fc.constantFrom(
    "it's",
    'a: b',
    '- c',
    '# d',
    '[e], f',
    '{{g}}',
    '2007-06',
    '"h"',
    'no',
    '1,000',
    '| i',
    '& j',
    '* k',
    '%',
    '@',
    '`',
    '!',
    'null',
    '~',
    '',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const text = words.map(
  (value) => value.normalize('NFC').toWellFormed().replace(/\s+/g, ' ').trim() || 'x',
)
const list = fc.array(text, { minLength: 1, maxLength: 4 })

/** Changes of an entry; undefined takes a field away. */
const changes = fc.record(
  {
    prompt: fc.option(text, { nil: undefined }),
    answer: fc.oneof(text, fc.integer()),
    distractors: fc.option(list, { nil: undefined }),
    pairs: fc.option(
      fc.array(fc.record({ left: text, right: text }), { minLength: 1, maxLength: 3 }),
      {
        nil: undefined,
      },
    ),
    explanation: fc.option(text, { nil: undefined }),
    topic: fc.option(fc.constantFrom('rivals', 'growth'), { nil: undefined }),
    revision: fc.integer({ min: 1, max: 9 }),
    holds: fc.option(fc.record({ from: fc.constant('2007'), to: fc.constant('2009-01') }), {
      nil: undefined,
    }),
  },
  { requiredKeys: [] },
)

const withoutGaps = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const textsBeside = (file: string, { list: name, id }: { list: string; id: string }) =>
  (entriesOf(file, name) ?? [])
    .filter((entry) => entry.id !== id)
    .map(({ from, to }) => file.slice(from, to))

const lineOf = (file: string, id: string): number =>
  file.slice(0, file.search(new RegExp(`id: ['"]?${id}\\b`))).split('\n').length
