import { describe, expect, test } from 'vitest'
import { occursIn } from '@/lib/compiler/verify/document-text'
import type { SourceDocument } from '@/lib/compiler/verify/verify'
import { verifyFiles } from '@/lib/compiler/verify/verify-files'
import { edit, fixtureFiles, lineOf } from '../../support/course-fixture'

const document = (id: string, sections: readonly string[], texts: readonly string[]) => ({
  id,
  paragraphs: texts.map((text, i) => ({ n: i + 1, section: sections[i] ?? '(body)', text })),
})

const documents: readonly SourceDocument[] = [
  document(
    'tide-report',
    ['(masthead)'],
    [
      'June',
      'In March 1980 Borland signed.',
      'Dunmere, an observer, came.',
      'A fleet of 4500 ships.',
      'Tolls vexed the merchants.',
      'No lighthouse yet.',
    ],
  ),
  document(
    'quay-letter',
    [],
    ['In May 1992 Cadmoria left.', '3,900 ships', 'In 1999, perhaps.', '-'],
  ),
]

const faultsAgainst = async (held: readonly SourceDocument[]) =>
  verifyFiles(await fixtureFiles(), held).faults

const changed = (id: string, n: number, part: { text?: string; section?: string }) =>
  documents.map((one) => ({
    ...one,
    paragraphs: one.paragraphs.map((p) => (one.id === id && p.n === n ? { ...p, ...part } : p)),
  }))

describe('verifying against the documents', () => {
  test('documents that bear the course out give no finding', async () => {
    expect(await faultsAgainst(documents)).toEqual([])
  })

  test('a key term that occurs in no cited paragraph is found at its fact', async () => {
    const held = changed('tide-report', 5, { text: 'Tolls vexed the buyers.' })
    const files = await fixtureFiles()
    expect(await faultsAgainst(held)).toMatchObject([
      {
        file: 'facts/growth.yaml',
        line: lineOf(files, 'facts/growth.yaml', 'keyTerms: [tolls'),
        rule: 'key-term',
        message: '"merchants" does not occur in tide-report#5',
      },
    ])
  })

  test('a cited paragraph that holds no key term is found', async () => {
    const files = edit(
      await fixtureFiles(),
      'facts/growth.yaml',
      "['tide-report#5']",
      "['tide-report#5', 'tide-report#2']",
    )
    const messages = verifyFiles(files, documents).faults.map(({ message }) => message)
    expect(messages).toEqual(['tide-report#2 contains none of the key terms of `tid-motive`'])
  })

  test('another number of paragraphs, another section and a missing document are found', async () => {
    const [tide, quay] = documents
    if (tide === undefined || quay === undefined) throw new Error('the documents are two')
    const rules = async (held: readonly SourceDocument[]) =>
      (await faultsAgainst(held)).map(({ rule, file, line }) => `${rule} ${file}:${line}`)
    expect(await rules(changed('tide-report', 1, { section: 'Title' }))).toEqual([
      'section sources/tide-report.yaml:11',
    ])
    const longer = { ...tide, paragraphs: [...tide.paragraphs, { n: 7, section: '', text: '' }] }
    expect(await rules([longer, quay])).toEqual(['paragraph-count sources/tide-report.yaml:9'])
    expect(await rules([tide])).toContain('document sources/quay-letter.yaml:1')
  })
})

describe('a term occurs', () => {
  test.each([
    ['Jane’s “new” force – again', 'jane\'s "new" force - again', true],
    ['Two\nwords  apart', 'two words', true],
    ['Café society', 'cafe', true],
    ['alliances', 'alliance', true],
    ['reunion', 'union', false],
    ['1,100 men', '100', false],
    ['1003 men', '100', false],
    ['100,000 men', '100', false],
    ['in 100, men', '100', true],
    ['anything', '', false],
  ])('in %j: %j -> %s', (text, term, expected) => {
    expect(occursIn(text, term)).toBe(expected)
  })
})
