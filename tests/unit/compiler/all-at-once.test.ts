import { expect, test } from 'vitest'
import { compileCourse } from '@/lib/compiler/compile'
import { edit, faultsIn, fixtureFiles, lineOf } from '../../support/course-fixture'

const GROWTH = 'questions/growth.yaml'
const FACTS = 'facts/growth.yaml'

test('all faults are reported at once, over files and over entries that cannot be understood', async () => {
  let files = await fixtureFiles()
  files = edit(files, GROWTH, 'kind: number', 'kind: essay')
  files = edit(files, GROWTH, '[Elsund, Farholm]', "[Elsund, 'dunmere']")
  files = edit(files, FACTS, 'tide-report#5', 'tide-report#50')
  files = edit(files, FACTS, 'kind: reason', 'kind: reason\n    colour: red')
  files = edit(files, 'lessons/rivals/lean-years.md', 'minutes: 9', 'minutes: nine')
  files = edit(files, 'lessons/rivals/lean-years.md', 'is right.', 'is <b>right</b>.')
  files = edit(files, 'course.yaml', 'lessons: [lean-years]', 'lessons: [lean-years, fat-years]')
  const faults = faultsIn(files)
  expect(faults.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'course.yaml lesson-order',
    `${FACTS} schema`,
    'lessons/rivals/lean-years.md schema',
    'lessons/rivals/lean-years.md markdown',
    `${GROWTH} distinct-options`,
    `${GROWTH} schema`,
  ])
  expect(compileCourse(files, { previous: null }).catalogue).toBeNull()
})

test('a file that is not YAML makes nothing else look wrong', async () => {
  const files = edit(await fixtureFiles(), FACTS, 'facts:\n', 'facts: [\n')
  const faults = faultsIn(files)
  expect(new Set(faults.map(({ file, rule }) => `${file} ${rule}`))).toEqual(
    new Set([`${FACTS} yaml`]),
  )
})

test('a key twice in one entry is a fault at the second', async () => {
  const files = edit(await fixtureFiles(), FACTS, 'kind: reason', 'kind: reason\n    kind: number')
  expect(faultsIn(files)[0]).toMatchObject({
    file: FACTS,
    line: lineOf(files, FACTS, 'kind: reason') + 1,
    rule: 'yaml',
  })
})

test('a broken fact is still known to those that name it', async () => {
  const files = edit(await fixtureFiles(), FACTS, 'kind: reason', 'kind: whim')
  expect(faultsIn(files)).toEqual([
    expect.objectContaining({ line: lineOf(files, FACTS, 'kind: whim'), rule: 'schema' }),
  ])
})

test('files that are missing or do not belong are named', async () => {
  const files = (await fixtureFiles()).filter(({ path }) => path !== 'entities.yaml')
  const stray = { path: 'facts/notes.txt', text: 'Notes.' }
  expect(faultsIn([...files, stray]).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'entities.yaml file',
    'facts/notes.txt file',
  ])
})

test('an empty folder is a list of faults, not a crash', () => {
  expect(faultsIn([]).map(({ file }) => file)).toEqual(['course.yaml', 'entities.yaml'])
})
