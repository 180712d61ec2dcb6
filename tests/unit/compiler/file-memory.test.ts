import { expect, test } from 'vitest'
import { type FileMemory, parseDraft } from '@/lib/compiler/parse/parse-draft'
import { edit, fixtureFiles } from '../../support/course-fixture'

const GROWTH = 'questions/growth.yaml'

test('a file that did not change is not read again, and one that did is', async () => {
  const files = await fixtureFiles()
  const memory: FileMemory = new Map()
  const before = parseDraft(files, null, memory).draft
  const edited = edit(files, GROWTH, 'answer: Tolls had doubled', 'answer: Pirates')
  const after = parseDraft(edited, null, memory).draft
  expect(after.facts.every((fact, place) => fact === before.facts[place])).toBe(true)
  const questions = parseDraft(edited, null).draft.questions.map(({ value }) => value)
  expect(after.questions.map(({ value }) => value)).toEqual(questions)
})

test('what is remembered of a file goes with the file', async () => {
  const files = await fixtureFiles()
  const memory: FileMemory = new Map()
  parseDraft([...files, { path: 'facts/of-a-draft.yaml', text: 'facts: []' }], null, memory)
  parseDraft(files, null, memory)
  expect([...memory.keys()].sort()).toEqual(files.map(({ path }) => path).sort())
})
