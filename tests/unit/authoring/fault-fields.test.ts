import { expect, test } from 'vitest'
import { faultsOfForm } from '@/lib/authoring/fault-fields'
import { specsOf } from '@/lib/authoring/thing'
import { compileCourse } from '@/lib/compiler/compile'
import { edit, fixtureFiles } from '../../support/course-fixture'

const FACTS = 'facts/growth.yaml'
const CHANGES = 'changes:'

/** What the form of a fact with two changes, the first of which is left empty, says of its file. */
async function saidOf(change: string) {
  const files = await fixtureFiles()
  const text = files.find(({ path }) => path === FACTS)?.text ?? ''
  const [, id = ''] = /- id: (\S+)\n(?:(?! {2}- id)[^\n]*\n)*? {4}changes:/.exec(text) ?? []
  const line = text.slice(text.indexOf(CHANGES)).split('\n')[1] ?? ''
  const broken = edit(files, FACTS, line, line.replace(/date: '[^']*'/, change))
  const { faults } = compileCourse(broken, { previous: null })
  return faultsOfForm(
    faults,
    new Map(broken.map((file) => [file.path, file.text])),
    { path: FACTS, list: 'facts', id },
    { specs: specsOf('facts', null), form: { 'changes.0.date': '', 'changes.1.date': 'x' } },
  ).here
}

test('a fault of one change stands at its own input, whatever rows were left empty', async () => {
  expect(await saidOf('date: soon')).toContainEqual({
    field: 'changes.1.date',
    message: '`soon` is not a date; write 2007, 2007-06 or 2007-06-17.',
  })
  expect(await saidOf("date: '1980', colour: red")).toContainEqual({
    field: 'changes.1',
    message: 'Unknown key `changes[0].colour`.',
  })
})

test('a fault between the parts of a line stands at the part that it is about', async () => {
  const files = await fixtureFiles()
  const pictures = {
    path: 'pictures.yaml',
    text: `places:
  - { id: quay, name: Quay, at: [10, 20] }
sites:
  - { id: light, name: Light, what: base, places: [quai], steps: [{ date: '1999', status: in-use, note: lit, fact: qua-plan }] }
wants:
  - { who: league, aim: cheap, fact: tid-motive, cites: ['tide-report#5'] }
`,
  }
  const all = [...files, pictures]
  const { faults } = compileCourse(all, { previous: null })
  const texts = new Map(all.map((file) => [file.path, file.text]))
  const path = 'pictures.yaml'
  const site = { path, list: 'sites', id: 'light' }
  const specs = specsOf('sites', null)
  expect(faultsOfForm(faults, texts, site, { specs, form: {} }).here).toEqual([
    { field: 'places', message: 'There is no place `quai`; did you mean `quay`?' },
  ])
  const want = { path, list: 'wants', id: 'league-cheap-tid-motive' }
  const wants = { specs: specsOf('wants', null), form: {} }
  expect(faultsOfForm(faults, texts, want, wants).here).toContainEqual({
    field: 'aim',
    message: expect.stringContaining('no aim `cheap`'),
  })
})
