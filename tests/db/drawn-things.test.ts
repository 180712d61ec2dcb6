import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FormValues } from '@/lib/authoring/forms/form-values'
import type { Thing } from '@/lib/authoring/thing'
import { hashOfFiles } from '@/lib/compiler/course-files'
import { membershipsAt } from '@/lib/course/memberships'
import { database } from '@/lib/db/connection/client'
import { asEntityId } from '@/lib/kernel/ids'
import { addImage, loadDraftImage } from '@/lib/server/authoring/add-image'
import { checkThing } from '@/lib/server/authoring/check-thing'
import { askForReview, withdrawDraft } from '@/lib/server/authoring/decide-draft'
import { findPicks } from '@/lib/server/authoring/find-picks'
import { loadDraft } from '@/lib/server/authoring/load-draft'
import { loadEditor } from '@/lib/server/authoring/load-editor'
import { loadThings } from '@/lib/server/authoring/load-things'
import { publishDraft } from '@/lib/server/authoring/publish-draft'
import { publishedFiles } from '@/lib/server/authoring/published-files'
import { removeThing } from '@/lib/server/authoring/remove-thing'
import { saveThing } from '@/lib/server/authoring/save-thing'
import { startDraft } from '@/lib/server/authoring/start-draft'
import { takeOut } from '@/lib/server/authoring/take-out'
import { exportFiles } from '@/lib/server/course/export-files'
import { loadImage } from '@/lib/server/course/load-image'
import { readLibrary } from '@/lib/server/course/read-library'
import type { InstructorScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import { dateText } from '../support/date-text'
import { as, instructing, NOON, openScene, somebody } from '../support/scene'

// What maps and pictures draw, and images, by the way of every draft.

let scene: { close: () => Promise<void> }
let author: InstructorScope
let reviewer: InstructorScope
beforeAll(async () => {
  scene = await openScene()
  author = await instructing(await somebody('instructor'))
  reviewer = await instructing(await somebody('instructor'))
})
afterAll(() => scene.close())

const started = (title: string) => startDraft(author, { title, now: NOON })

/** The form of one thing of a draft with some of its inputs filled in otherwise. */
async function filled(
  draftId: string,
  thing: Thing,
  id: string | null,
  form: FormValues,
  content: string | null = null,
) {
  const editor = await loadEditor(author, { draftId, thing, id, kind: null, begin: {} })
  const { kind, loaded, seen } = editor
  const told = { severity: null, note: '' }
  const written = { thing, id, kind, form: { ...editor.form, ...form }, loaded, told, content }
  return { draftId, written, seen, now: NOON }
}
const check = async (...args: Parameters<typeof filled>) =>
  checkThing(author, await filled(...args))
const save = async (...args: Parameters<typeof filled>) => {
  const saved = await saveThing(author, await filled(...args))
  return saved.kind === 'saved' ? saved.id : expect.unreachable('it collided')
}

const textOf = async (path: string) => (await publishedFiles()).files.get(`harbours/${path}`) ?? ''

/** Publishes a draft by the second person, and proves that its export is the same course. */
async function published(draftId: string): Promise<void> {
  const revision = async () => (await loadDraft(author, { draftId })).revision
  expect((await loadDraft(author, { draftId })).faults).toEqual([])
  await askForReview(author, { draftId, revision: await revision(), now: NOON })
  await publishDraft(reviewer, { draftId, revision: await revision(), now: NOON })
  const folder = await mkdtemp(join(tmpdir(), 'steppe-export-'))
  await exportFiles(wholeScope(), { folder, version: null, course: null })
  const { files } = await readLibrary(folder)
  const own = [...(await publishedFiles()).files].map(([path, text]) => ({ path, text }))
  expect(hashOfFiles(files)).toBe(hashOfFiles(own))
  expect(new Map(files.map(({ path, text }) => [path, text]))).toEqual(
    new Map((await publishedFiles()).files),
  )
  await rm(folder, { recursive: true })
}

test('a membership change is told at its inputs while it is wrong, and is drawn once it is published', async () => {
  const before = await textOf('facts/growth.yaml')
  const draftId = await started('Elsund watches')
  const row = {
    'changes.4.organisation': 'league',
    'changes.4.role': 'observer',
    'changes.4.action': 'leaves',
    'changes.4.states': 'el',
    'changes.4.date': '1984',
  }
  const { faults } = await check(draftId, 'facts', 'tid-guest', {
    ...row,
    'changes.4.date': 'soon',
  })
  expect(faults).toEqual([
    { field: 'changes.4.date', message: expect.stringContaining('`soon` is not a date') },
  ])
  const misfit = (await check(draftId, 'facts', 'tid-guest', row)).faults
  expect(misfit).toEqual([
    { field: 'changes.4', message: expect.stringContaining('El leaves league in 1984') },
  ])
  await save(draftId, 'facts', 'tid-guest', { ...row, 'changes.4.action': 'joins' })

  const [change] = (await loadDraft(reviewer, { draftId })).changes
  expect(change?.fields).toEqual([
    {
      label: 'Who joined or left',
      before: 'league | observer | joins | 1984 | du',
      after: 'league | observer | joins | 1984 | du\nleague | observer | joins | 1984 | el',
    },
  ])
  await published(draftId)
  const { catalogue } = await publishedFiles()
  const changes = catalogue.facts.flatMap((fact) => fact.changes)
  const { observers } = membershipsAt(changes, asEntityId('league'), dateText('1985'))
  expect(observers).toEqual(['du', 'el'])
  // One line is new, and every other byte is as it was.
  const after = await textOf('facts/growth.yaml')
  const line =
    "      - { organisation: league, role: observer, action: joins, states: [el], date: '1984' }\n"
  expect(after).toBe(before.replace("states: [du], date: '1984' }\n", (end) => `${end}${line}`))
})

test('a change that is emptied in its form goes from the fact', async () => {
  const draftId = await started('Elsund does not watch')
  const empty = Object.fromEntries(
    ['organisation', 'role', 'action', 'states', 'date'].map((name) => [`changes.1.${name}`, '']),
  )
  await save(draftId, 'facts', 'tid-guest', empty)
  await published(draftId)
  expect(await textOf('facts/growth.yaml')).not.toContain('states: [el]')
  const next = await started('What there is')
  const asked = { draftId: next, thing: 'facts', of: 'membership' } as const
  const { things } = await loadThings(author, asked)
  expect(things.map(({ id }) => id)).toEqual(['tid-founded', 'tid-guest', 'qua-exit'])
})

describe('an image', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const OTHER = Buffer.concat([PNG, Buffer.from([0])])
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3"/></svg>'
  const DESCRIBED = { alt: 'A harbour.', source: 'Own drawing', licence: 'CC0 1.0' }
  const add = (draftId: string, name: string, bytes: Uint8Array) =>
    addImage(author, { draftId, name, bytes, now: NOON })
  const shownIn = async (draftId: string, id: string) =>
    save(draftId, 'lessons', 'lean-years', {
      body: (await textOf('lessons/rivals/lean-years.md'))
        .replace(/^---[\s\S]*?\n---\n/, '')
        .replace('## What remains', `::image{id=${id}}\n\n## What remains`),
    })

  test('whose file is wrong is refused in words, and nothing is kept of it', async () => {
    const draftId = await started('Bad files')
    const bad: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['notes.pdf', PNG, /png, jpg, jpeg, webp or svg/],
      ['a.png', Buffer.from('GIF89a'), /no png image/],
      ['a.png', Buffer.alloc(500_001), /500001 bytes/],
      ['a.png', Buffer.alloc(0), /empty/],
      ['a.svg', Buffer.from(SVG.replace('<path', '<script/><path')), /Line 1: `<script>` is not/],
      ['a.svg', Buffer.from([0xff, 0xfe, 0x00]), /UTF-8/],
    ]
    for (const [name, bytes, words] of bad) {
      await expect(add(draftId, name, bytes), name).rejects.toThrow(words)
    }
    expect(await database().draftImage.count()).toBe(0)
  })

  test('comes with its file, is shown to whoever reviews it, and is served and exported byte for byte', async () => {
    const draftId = await started('The harbour')
    const { content, name } = await add(draftId, 'Old Harbour.PNG', PNG)
    const form = { ...DESCRIBED, file: name }
    const checked = await check(draftId, 'images', null, { ...form, licence: '' }, content)
    expect(checked.faults).toContainEqual({ field: 'licence', message: 'This is missing.' })
    const sound = await check(draftId, 'images', null, form, content)
    expect(sound.preview).toMatchObject({ kind: 'image', content, image: { alt: 'A harbour.' } })
    expect([...sound.faults.map(({ message }) => message), ...sound.elsewhere]).toEqual([
      'Image `old-harbour` is shown in no lesson and no question.',
    ])
    const id = await save(draftId, 'images', null, form, content)
    expect(id).toBe('old-harbour')
    await shownIn(draftId, id)
    const { changes } = await loadDraft(reviewer, { draftId })
    expect(changes).toContainEqual(
      expect.objectContaining({
        name: 'the file images/old-harbour.png',
        image: { before: null, after: content },
        form: 'images/old-harbour',
      }),
    )
    const shown = await loadDraftImage(reviewer, { draftId, file: content })
    expect(Buffer.from(shown.bytes)).toEqual(PNG)
    await published(draftId)
    expect(await textOf('images.yaml')).toContain('file: old-harbour.png\n    alt: A harbour.')
    const served = await loadImage(await as(await somebody()), content)
    expect(Buffer.from(served.bytes)).toEqual(PNG)
    // The version has it, and its draft shows it from there.
    expect(await database().draftImage.count()).toBe(0)
    expect((await loadDraftImage(author, { draftId, file: content })).type).toBe('image/png')
  })

  test('gets another file of the same sort under the same name, and of another sort under another', async () => {
    const draftId = await started('Another harbour')
    const other = await add(draftId, 'photo.png', OTHER)
    await save(draftId, 'images', 'old-harbour', { file: other.name }, other.content)
    const paths = async () => (await loadDraft(author, { draftId })).changes.map(({ path }) => path)
    expect(await paths()).toEqual(['harbours/images/old-harbour.png'])
    const drawn = await add(draftId, 'drawing.svg', Buffer.from(`\ufeff${SVG}`))
    await save(draftId, 'images', 'old-harbour', { file: drawn.name }, drawn.content)
    const { changes } = await loadDraft(author, { draftId })
    expect(changes.map(({ path, how }) => `${path} ${how}`).toSorted()).toEqual([
      'harbours/images.yaml changed',
      'harbours/images/drawing.svg new',
      'harbours/images/old-harbour.png removed',
    ])
    await published(draftId)
    expect(await textOf('images/drawing.svg')).toBe(SVG)
    expect((await publishedFiles()).files.has('harbours/images/old-harbour.png')).toBe(false)
  })

  test('that is taken out of the draft goes with its file, and so do the files of a draft that is withdrawn', async () => {
    const draftId = await started('Not this one')
    const { content, name } = await add(draftId, 'boat.png', PNG)
    const id = await save(draftId, 'images', null, { ...DESCRIBED, file: name }, content)
    await takeOut(author, { draftId, path: 'harbours/images.yaml', list: 'images', id, now: NOON })
    const { changes, revision } = await loadDraft(author, { draftId })
    expect(changes).toEqual([])
    await withdrawDraft(author, { draftId, revision, now: NOON })
    expect(await database().draftImage.count()).toBe(0)
  })

  test('that is removed goes with its file, once nothing shows it', async () => {
    const draftId = await started('No harbour')
    await removeThing(author, { draftId, thing: 'images', id: 'old-harbour', now: NOON })
    expect((await loadDraft(author, { draftId })).faults[0]?.message).toContain('no image')
    await save(draftId, 'lessons', 'lean-years', {
      body: (await textOf('lessons/rivals/lean-years.md'))
        .replace(/^---[\s\S]*?\n---\n/, '')
        .replace('::image{id=old-harbour}\n\n', ''),
    })
    await published(draftId)
    expect(
      [...(await publishedFiles()).files.keys()].filter((path) => /images\//.test(path)),
    ).toEqual([])
  })
})

describe('what pictures draw', () => {
  const WANT = { who: 'league', aim: 'cheap-tolls', fact: 'tid-motive', cites: 'tide-report#5' }

  test('is written list by list, with each fault at its input', async () => {
    const draftId = await started('Pictures')
    const place = { name: 'Quay', 'at.0': '10.5', 'at.1': 'north' }
    expect((await check(draftId, 'places', null, place)).faults).toEqual([
      { field: 'at.1', message: 'This must be a number, and not "north".' },
    ])
    expect(await save(draftId, 'places', null, { ...place, 'at.1': '20' })).toBe('quay')
    const exercise = {
      name: 'First drill',
      when: 'March 1980',
      date: '1980-03',
      'participants.states': 'bo',
      places: 'pier',
      'size.from': '4500',
      'size.fact': 'tid-ships',
      facts: 'tid-founded',
    }
    expect((await check(draftId, 'drawn-exercises', null, exercise)).faults).toEqual([
      { field: 'places', message: expect.stringContaining('There is no place `pier`') },
    ])
    const both = { ...exercise, places: 'quay', 'participants.membersOf': 'league' }
    expect((await check(draftId, 'drawn-exercises', null, both)).faults).toEqual([
      { field: 'participants.states', message: expect.stringContaining('or `membersOf`') },
    ])
    await save(draftId, 'drawn-exercises', null, { ...exercise, places: 'quay' })
    const site = {
      name: 'Light',
      what: 'base',
      places: 'quay',
      'steps.0.date': '1998',
      'steps.0.status': 'in-use',
      'steps.0.note': 'to be lit',
      'steps.0.fact': 'qua-plan',
    }
    expect((await check(draftId, 'sites', null, site)).faults).toEqual([
      { field: 'steps.0.date', message: expect.stringContaining('does not have the date 1998') },
    ])
    await save(draftId, 'sites', null, { ...site, 'steps.0.date': '1999' })
    await save(draftId, 'aims', null, { name: 'Cheap tolls', words: 'tolls' })
    expect(
      (await check(draftId, 'wants', null, { ...WANT, cites: 'tide-report#1' })).faults,
    ).toEqual([{ field: 'cites', message: expect.stringContaining('does not cite tide-report#1') }])
    await save(draftId, 'wants', null, WANT)
    await save(draftId, 'events', null, { name: 'The exit' })
    await save(draftId, 'readings', null, {
      event: 'the-exit',
      fact: 'qua-exit',
      cite: 'quay-letter#1',
      words: 'Cadmoria left',
      sure: 'reported',
    })
    const picks = { draftId, course: 'harbours', what: 'places' as const, query: 'qu' }
    expect(await findPicks(author, picks)).toEqual([{ value: 'quay', label: 'Quay' }])
    await published(draftId)
    expect((await publishedFiles()).catalogue.pictures).toMatchObject({
      places: [{ id: 'quay', at: [10.5, 20] }],
      exercises: [{ id: 'first-drill', size: { from: 4500 }, participants: { states: ['bo'] } }],
      sites: [{ id: 'light', steps: [{ date: '1999', status: 'in-use' }] }],
      wants: [{ who: 'league', aim: 'cheap-tolls' }],
      readings: [{ event: 'the-exit', words: 'Cadmoria left' }],
    })
  })

  test('a want is removed, and an aim that nobody wants any more with it', async () => {
    const draftId = await started('No aims')
    const { things } = await loadThings(author, { draftId, thing: 'wants', of: null })
    expect(things.map(({ id }) => id)).toEqual(['league-cheap-tolls'])
    await removeThing(author, { draftId, thing: 'wants', id: 'league-cheap-tolls', now: NOON })
    await removeThing(author, { draftId, thing: 'aims', id: 'cheap-tolls', now: NOON })
    await published(draftId)
    expect((await publishedFiles()).catalogue.pictures).toMatchObject({ wants: [], aims: [] })
  })
})
