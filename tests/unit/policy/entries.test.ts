import { expect, test } from 'vitest'
import { ENTRIES, type Entry } from '@/lib/policy/entries'
import { entriesOfSource } from '../../support/entries-of-source'

const source = entriesOfSource()

/** What Next makes by itself, or from a file that is no code. */
const OF_NEXT = ['/_not-found', '/_global-error', 'GET /icon.svg']

test('every page, route handler and server action of app/ has one row, and every row one of them', () => {
  const names = source.map(({ name }) => name)
  expect([...names, ...OF_NEXT].toSorted()).toEqual(Object.keys(ENTRIES).toSorted())
})

test('every entry that is not for anybody passes the gate under its own name', () => {
  const isName = (name: string): name is Entry => name in ENTRIES
  const ungated = source.filter(
    ({ name, text }) =>
      isName(name) &&
      ENTRIES[name].who !== 'anybody' &&
      !text.includes(`('${name}'`) &&
      // Prettier puts the arguments of long calls on lines of their own.
      !new RegExp(`\\(\\s*'${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}'`).test(text),
  )
  expect(ungated.map(({ name }) => name)).toEqual([])
})

test('no entry passes a gate under the name of another', () => {
  const byFile = new Map<string, string[]>()
  for (const { file, name } of source) byFile.set(file, [...(byFile.get(file) ?? []), name])
  for (const { file, text } of source) {
    const used = [
      ...text.matchAll(
        /\b(?:require(?:Learner|Session|Instructor|Admin|Cohort)|opened|signedInLearner|ownRequest|ownPost|claimedPost)\(\s*'([^']+)'/g,
      ),
    ]
    for (const [, name] of used) expect(byFile.get(file), file).toContain(name)
  }
})

test('what shows questions, facts, lessons or cohorts is closed during an exam, and what the exam needs is not', () => {
  const at = (entry: Entry) => ENTRIES[entry].duringExam
  for (const [name, { who, names, duringExam }] of Object.entries(ENTRIES)) {
    if (names === 'course' || who.startsWith('instructor')) expect(duringExam, name).toBe('closed')
  }
  expect(at('/review')).toBe('closed')
  expect(at('GET /api/session')).toBe('closed')
  expect(at('/exams/[id]/paper')).toBe('open')
  expect(at('POST /api/reviews')).toBe('open')
  expect(at('POST /api/exams/[attempt]/hand-in')).toBe('open')
})
