import assert from 'node:assert/strict'
import { applyChanges, type CourseFiles } from '@/lib/authoring/apply-changes'
import type { Change } from '@/lib/authoring/draft'
import { type FormValues, fieldsOf, formOf } from '@/lib/authoring/forms/form-values'
import { DRAWN_THINGS, specsOf, type Thing, targetOf } from '@/lib/authoring/thing'
import type { InputFile } from '@/lib/compiler/draft'
import { readTarget } from '@/lib/compiler/edit/edit-file'
import { BODY, CONTENT, type Fields, type Target } from '@/lib/compiler/edit/target'
import { entriesOf } from '@/lib/compiler/edit/yaml-list'
import { contentName, textOf } from '@/lib/compiler/images/image-file'

// Membership changes, what pictures draw and images, as their forms write them into a draft.

export const AUTHORED = ['membership', 'picture', 'image'] as const

/** The files after one such edit, which `n` decides. Throws when a file says more or less than the form. */
export function authored(
  files: readonly InputFile[],
  what: (typeof AUTHORED)[number],
  n: number,
): readonly InputFile[] {
  const before = new Map(files.map(({ path, text }) => [path, text]))
  const changes = CHANGES[what](before, n)
  const { files: after, collided } = applyChanges(before, changes, IMAGES)
  assert.equal(collided.length, 0)
  const written = new Set(changes.map(({ path }) => path))
  for (const [path, text] of before) if (!written.has(path)) assert.equal(after.get(path), text)
  for (const change of changes) {
    assert.deepEqual(readTarget(after.get(change.path), change), change.mine)
  }
  return [...after].map(([path, text]) => ({ path, text }))
}

const CHANGES = { membership, picture, image }

const STATES = ['ar', 'bo', 'ca', 'du', 'el', 'fa']

function membership(files: CourseFiles, n: number): readonly Change[] {
  const path = n % 2 === 0 ? 'facts/growth.yaml' : 'facts/rivals.yaml'
  const facts = entriesOf(files.get(path) ?? '', 'facts') ?? []
  const fact = facts[n % Math.max(1, facts.length)]
  if (!fact) return []
  const row = {
    organisation: 'league',
    role: n % 3 === 0 ? 'member' : 'observer',
    action: n % 5 === 0 ? 'leaves' : 'joins',
    states: [0, 1].map((i) => STATES[(n + i) % STATES.length]).join('\n'),
    date: `${1980 + (n % 20)}`,
  }
  const inputs = Object.entries(row).map(([name, value]) => [
    `changes.${n % 4}.${name}`,
    n % 7 === 0 ? '' : value,
  ])
  return [filled(files, 'facts', fact.id, path, Object.fromEntries(inputs))]
}

function picture(files: CourseFiles, n: number): readonly Change[] {
  const thing = DRAWN_THINGS[n % DRAWN_THINGS.length] ?? 'places'
  const path = 'pictures.yaml'
  const text = files.get(path) ?? ''
  const first = (list: string) => entriesOf(text, list)?.[0]?.id ?? ''
  const name = `${thing}: no. ${n}, "drawn"`
  const rows = { 'steps.0.status': 'in-use', 'steps.0.note': name, 'steps.0.fact': 'qua-plan' }
  const forms: Partial<Record<Thing, FormValues>> = {
    places: { name, 'at.0': `${n}.5`, 'at.1': `-${n}` },
    'drawn-exercises': {
      ...{ name, when: 'in spring', date: '1980-03', facts: 'tid-founded', 'size.sum': '7, 3' },
      ...{ 'size.from': '10', 'size.fact': 'tid-ships', 'participants.states': 'ar\nbo' },
      ...{ places: first('places'), 'participants.more': n % 2 === 0 ? 'yes' : '' },
    },
    sites: { name, what: 'base', places: first('places'), ...rows, 'steps.0.date': '1999' },
    aims: { name, words: 'tolls' },
    wants: {
      ...{ who: 'league', aim: first('aims'), fact: 'tid-motive', cites: 'tide-report#5' },
    },
    events: { name },
    readings: {
      ...{ event: first('events'), fact: 'qua-exit', cite: 'quay-letter#1' },
      ...{ words: 'Cadmoria left', sure: name },
    },
  }
  const id = `${thing}-${n % 3}`
  return n % 11 === 0
    ? [gone(files, targetOf(thing, id, path))]
    : [filled(files, thing, id, path, forms[thing] ?? {})]
}

/** Two files of each sort, so that one is replaced by another. */
const IMAGES: ReadonlyMap<string, string> = new Map(
  [0, 1].flatMap((i) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${i + 1} 2"><g/></svg>`
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    return [
      ['images/a.svg', Buffer.from(svg)] as const,
      ['images/a.png', Buffer.concat([png, Buffer.alloc(i)])] as const,
    ].map(([path, bytes]) => [contentName(path, bytes), textOf(path, bytes)] as const)
  }),
)

const LESSON = { path: 'lessons/rivals/lean-years.md', list: null, id: 'lean-years' }

function image(files: CourseFiles, n: number): readonly Change[] {
  const id = `image-${n % 2}`
  const ending = n % 4 < 2 ? 'svg' : 'png'
  const file = { path: `images/${id}.${ending}`, list: null, id: `${id}.${ending}` }
  const entry = { path: 'images.yaml', list: 'images', id }
  const lesson = readTarget(files.get(LESSON.path), LESSON)
  if (lesson === null) return []
  const line = `::image{id=${id}}\n\n`
  const without = String(lesson[BODY]).replace(line, '')
  const was = readTarget(files.get(entry.path), entry)?.file
  const old = { ...file, path: `images/${was}`, id: String(was) }
  const replaced = typeof was === 'string' && was !== file.id ? [gone(files, old)] : []
  if (n % 9 === 0) {
    const target = typeof was === 'string' ? old : file
    return [
      gone(files, entry),
      gone(files, target),
      to(files, LESSON, { ...lesson, [BODY]: without }),
    ]
  }
  const contents = [...IMAGES.keys()].filter((content) => content.endsWith(ending))
  const shown = without.replace('## What remains', `${line}## What remains`)
  const described = { alt: `No. ${n}, "seen"`, source: 'Drawn here', licence: 'CC0 1.0' }
  return [
    filled(files, 'images', id, entry.path, { ...described, file: file.id }),
    to(files, file, { [CONTENT]: contents[n % contents.length] }),
    ...replaced,
    to(files, LESSON, { ...lesson, [BODY]: shown }),
  ]
}

/** A thing with what its form says. The form of what is written says the same again. */
function filled(
  files: CourseFiles,
  thing: Thing,
  id: string,
  path: string,
  form: FormValues,
): Change {
  const specs = specsOf(thing, null)
  const target = targetOf(thing, id, path)
  const before = readTarget(files.get(path), target)
  const mine = fieldsOf(specs, { ...formOf(specs, before ?? {}), ...form }, before ?? { id })
  assert.deepEqual(fieldsOf(specs, formOf(specs, mine), mine), mine)
  return { ...target, base: before, mine }
}

const to = (files: CourseFiles, target: Target, mine: Fields | null): Change => ({
  ...target,
  base: readTarget(files.get(target.path), target),
  mine,
})
const gone = (files: CourseFiles, target: Target): Change => to(files, target, null)
