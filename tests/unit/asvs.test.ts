import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../bin/support/paths.mjs'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The numbers of all requirements of the levels 1 and 2, from the standard. */
const wanted = read('tests/fixtures/asvs-5.0.0-levels-1-2.txt').trim().split('\n')

const asvs = read('docs/asvs.md')
const rows = asvs.split('\n').flatMap((line) => {
  const [, id, what, answer, where] =
    line.match(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+) \|$/) ?? []
  return id && what && answer && where ? [{ id, what, answer, where }] : []
})

const NAMED_TEST = /`(tests\/[^`]+[.]ts)` “((?:[^“”]|“[^”]*”)*)”/g

/** Every title that a document of ours names after the file of a test. */
const namedTests = (text: string) =>
  [...text.matchAll(NAMED_TEST)].map(([, file = '', title = '']) => ({ file, title }))

/** The text of a test file as its titles are read, without the marks of quotation. */
const textOf = (file: string) =>
  (existsSync(join(root, file)) ? read(file) : '').replaceAll("\\'", "'")

test('each requirement of ASVS 5.0 for the levels 1 and 2 is answered once, and in order', () => {
  expect(rows.map(({ id }) => id)).toEqual(wanted)
})

test('each answer is yes, no or not applicable, and the counts at the top are those of the rows', () => {
  const count = (answer: string) => rows.filter((row) => row.answer === answer).length
  expect(count('yes') + count('no') + count('not applicable')).toBe(rows.length)
  expect(asvs.replaceAll('\n', ' ')).toContain(
    `Of ${rows.length} requirements, ${count('yes')} are met, ${count('no')} are not, and ${count('not applicable')} do not apply`,
  )
})

test('what is not met is named at the top, and says what is needed', () => {
  const open = rows.filter(({ answer }) => answer === 'no')
  expect(asvs).toContain(`**Not met:** ${open.map(({ id }) => id).join(', ')}.`)
  expect(open.filter(({ where }) => !/Needed|Let the proxy|except as said/.test(where))).toEqual([])
})

describe.each(['docs/asvs.md', 'docs/threat-model.md'])('%s', (document) => {
  const text = read(document)

  test('names only files that exist', () => {
    const paths = [...text.matchAll(/`((?:app|bin|deploy|docs|lib|public|tests)\/[^`]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(paths.length).toBeGreaterThan(10)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('names only tests that their files have', () => {
    const named = namedTests(text)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(({ file, title }) => !textOf(file).includes(title))).toEqual([])
  })
})
