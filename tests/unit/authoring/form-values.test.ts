import { expect, test } from 'vitest'
import { fieldsOf, formOf } from '@/lib/authoring/forms/form-values'
import { specsOf, THINGS, thingOf } from '@/lib/authoring/thing'
import { readTarget } from '@/lib/compiler/edit/edit-file'
import { entriesOf } from '@/lib/compiler/edit/yaml-list'
import { readCourse } from '@/lib/compiler/read'
import { ENTITY_LISTS } from '@/lib/course/schema/entities-file'
import { PICTURE_LISTS } from '@/lib/course/schema/pictures-file'
import { kindIn } from '@/lib/server/authoring/kind-in'

const LISTS: readonly string[] = [
  'questions',
  'facts',
  'modules',
  'topics',
  ...Object.keys(ENTITY_LISTS),
  ...Object.keys(PICTURE_LISTS),
  'images',
]

// The shipped course has none.
const IMAGES = "images:\n  - { id: a, file: a.png, alt: 'A, and b', source: Own, licence: CC0 }\n"

/** Everything of the shipped course that has a form. */
async function everyThing() {
  const images = { path: 'central-asia/images.yaml', text: IMAGES }
  const files = [...(await readCourse('content')), images]
  const listed = files
    .filter(({ path }) => path.endsWith('.yaml'))
    .flatMap(({ path, text }) =>
      [...new Set(LISTS)].flatMap((list) =>
        (entriesOf(text, list) ?? []).map(({ id, fields }) => ({
          target: { path, list, id },
          fields,
        })),
      ),
    )
  const whole = files
    .filter(({ path }) => /^[^/]+\/((lessons|sources)\/|course\.yaml$)/.test(path))
    .map(({ path, text }) => {
      const target = { path, list: null, id: path }
      return { target, fields: readTarget(text, target) ?? {} }
    })
  return [...listed, ...whole]
}

test('a form that nobody changes says what the file says, for everything in the shipped course', async () => {
  const all = await everyThing()
  const things = new Set(all.map(({ target }) => thingOf(target)))
  expect([...things].toSorted()).toEqual([...THINGS].toSorted())
  for (const { target, fields } of all) {
    const thing = thingOf(target) ?? expect.unreachable('no form')
    const specs = specsOf(thing, kindIn(fields))
    expect(fieldsOf(specs, formOf(specs, fields), fields)).toEqual(fields)
  }
})

test('a form shows every field of a question but its id, its kind and its changes', async () => {
  const hidden = new Set(['id', 'kind', 'revision', 'changes'])
  for (const { target, fields } of await everyThing()) {
    if (target.list !== 'questions') continue
    const names = specsOf('questions', kindIn(fields)).map(({ name }) => name)
    for (const field of Object.keys(fields)) {
      if (!hidden.has(field)) expect(names, target.id).toContain(field)
    }
  }
})

test('one field that is changed leaves the others, and one that is emptied goes', () => {
  const specs = specsOf('questions', 'match')
  const before = { id: 'a', kind: 'match', prompt: 'Which?', siblings: ['b'], asOf: '2007' }
  const form = {
    ...formOf(specs, before),
    pairs: 'x | y\n\n  p|q ',
    asOf: ' ',
    prompt: ' Who\r\nis it? ',
  }
  expect(fieldsOf(specs, form, before)).toEqual({
    id: 'a',
    kind: 'match',
    siblings: ['b'],
    prompt: 'Who is it?',
    pairs: [
      { left: 'x', right: 'y' },
      { left: 'p', right: 'q' },
    ],
  })
})

test('a fact that holds from one date to another keeps both in one field', () => {
  const specs = specsOf('facts', null)
  const form = { ...formOf(specs, {}), 'holds.from': '2007', 'holds.to': '2009-01' }
  const fields = fieldsOf(specs, form, { id: 'f' })
  expect(fields).toEqual({ id: 'f', holds: { from: '2007', to: '2009-01' } })
  expect(fieldsOf(specs, { ...form, 'holds.from': '', 'holds.to': '' }, fields)).toEqual({
    id: 'f',
  })
})

const CHANGE = { organisation: 'league', role: 'member', action: 'joins', states: ['ar', 'bo'] }

test('rows keep what nobody changed, and one that is emptied or taken out goes', () => {
  const specs = specsOf('facts', null)
  const before = {
    id: 'f',
    changes: [
      { ...CHANGE, date: '1998' },
      { ...CHANGE, date: '2001' },
    ],
  }
  const form = formOf(specs, before)
  expect(form['changes.0.states']).toBe('ar\nbo')
  const emptied = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      name.startsWith('changes.0.') ? ' ' : value,
    ]),
  )
  const fresh = { 'changes.7.organisation': 'union', 'changes.7.states': 'ca' }
  expect(fieldsOf(specs, { ...emptied, ...fresh }, before).changes).toEqual([
    { ...CHANGE, date: '2001' },
    { organisation: 'union', states: ['ca'] },
  ])
  // Without JavaScript or before the form is ready, nothing of it is sent, and nothing is lost.
  expect(fieldsOf(specs, { kind: 'event' }, before).changes).toEqual(before.changes)
  expect(fieldsOf(specs, { changes: '' }, before)).toEqual({ id: 'f' })
})

test('where a place lies is two numbers, and one that is missing is told', () => {
  const specs = specsOf('places', null)
  const form = { name: 'Kant', 'at.0': '74.85', 'at.1': '−42.9' }
  expect(fieldsOf(specs, form, { id: 'kant' })).toEqual({
    id: 'kant',
    name: 'Kant',
    at: [74.85, -42.9],
  })
  expect(fieldsOf(specs, { 'at.1': '42.9' }, {})).toEqual({ at: [null, 42.9] })
  expect(fieldsOf(specs, { 'at.0': '', 'at.1': '' }, { at: [1, 2] })).toEqual({})
})

test('the sum of an exercise is read from one line, and whether others took part from a choice', () => {
  const specs = specsOf('drawn-exercises', null)
  const form = { 'size.sum': '7000, 1800', 'participants.states': 'ru', 'participants.more': 'yes' }
  expect(fieldsOf(specs, form, {})).toEqual({
    size: { sum: [7000, 1800] },
    participants: { states: ['ru'], more: true },
  })
})

test('a number in words stays as it was typed, so that the compiler can say what is wrong', () => {
  const specs = specsOf('questions', 'number')
  expect(fieldsOf(specs, { answer: 'six' }, {})).toEqual({ answer: 'six' })
  expect(fieldsOf(specs, { answer: '-1.5' }, {})).toEqual({ answer: -1.5 })
})
