import { expect, test } from 'vitest'
import { fieldsOf, formOf } from '@/lib/authoring/forms/form-values'
import { specsOf, THINGS, thingOf } from '@/lib/authoring/thing'
import { readTarget } from '@/lib/compiler/edit/edit-file'
import { entriesOf } from '@/lib/compiler/edit/yaml-list'
import { readCourse } from '@/lib/compiler/read'
import { ENTITY_LISTS } from '@/lib/course/schema/entities-file'
import { kindIn } from '@/lib/server/authoring/kind-in'

// A list of pictures has the name of a list of entities.
const listsOf = (path: string): readonly string[] =>
  path.endsWith('/entities.yaml')
    ? Object.keys(ENTITY_LISTS)
    : ['questions', 'facts', 'modules', 'topics']

/** Everything of the shipped course that has a form. */
async function everyThing() {
  const files = await readCourse('content')
  const listed = files
    .filter(({ path }) => path.endsWith('.yaml'))
    .flatMap(({ path, text }) =>
      listsOf(path).flatMap((list) =>
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

test('a form shows every field of a question but its id, its kind, its siblings and its changes', async () => {
  const hidden = new Set(['id', 'kind', 'siblings', 'revision', 'changes'])
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

test('a number in words stays as it was typed, so that the compiler can say what is wrong', () => {
  const specs = specsOf('questions', 'number')
  expect(fieldsOf(specs, { answer: 'six' }, {})).toEqual({ answer: 'six' })
  expect(fieldsOf(specs, { answer: '-1.5' }, {})).toEqual({ answer: -1.5 })
})
