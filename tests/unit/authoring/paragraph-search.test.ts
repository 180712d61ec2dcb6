import { expect, test } from 'vitest'
import { type Heading, searchFor } from '@/lib/authoring/paragraph-search'
import { asSourceId } from '@/lib/kernel/ids'

const source = asSourceId('the-book')
const heading = (number: number, section: string): Heading => ({
  source,
  number,
  value: `the-book#${number}`,
  label: `The book of lights, paragraph ${number} · ${section}`,
})
const HEADINGS = [heading(1, 'Keepers'), heading(2, 'Keepers'), heading(3, 'Oil'), heading(4, '')]

const sought = (query: string) =>
  searchFor(HEADINGS, query).stretches.map(({ from, to, lacks }) => [from, to, lacks])

test('only what the headings do not say is sought in the text', () => {
  expect(sought('')).toEqual([[1, 4, []]])
  expect(sought('Lights')).toEqual([[1, 4, []]])
  expect(sought('book whale')).toEqual([[1, 4, [2]]])
  expect(sought('the whale oil')).toEqual([
    [1, 2, [1, 2]],
    [3, 3, [1]],
    [4, 4, [1, 2]],
  ])
  expect(sought('book #3')).toEqual([
    [1, 2, [2]],
    [3, 3, []],
    [4, 4, [2]],
  ])
})

test('no sign that somebody types means anything in an expression', () => {
  const { patterns } = searchFor(HEADINGS, '.* (1|2) 3[4]5')
  const expected = ['1[^[:alnum:]]*2', '3[^[:alnum:]]*4[^[:alnum:]]*5']
  expect(patterns).toEqual(expected.map((words) => `(^|[^[:alnum:]])${words}`))
})

test.each([
  ['erdogan', 'Erdoğan'],
  ['Erdoğan', 'Erdogan'],
  ['cafe', 'Cafe\u0301'],
  ['краи', 'край'],
  ['co-operation', 'cooperation'],
])('%s finds %s', (query, text) => {
  const [pattern = ''] = searchFor(HEADINGS, query).patterns
  expect(text).toMatch(new RegExp(pattern.replaceAll('[:alnum:]', '\\p{L}\\p{N}'), 'iu'))
})
