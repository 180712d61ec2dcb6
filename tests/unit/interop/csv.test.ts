import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, inert, toCsv } from '@/lib/interop/csv'

type Row = { readonly text: string; readonly number: number | null }
const columns: readonly Column<Row>[] = [
  { head: 'Text, said', value: ({ text }) => text },
  { head: 'Number', value: ({ number }) => number },
]
const row = fc.record({
  text: fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
    fc.string({ unit: fc.constantFrom(...'=+-@＝\t\r\n",;| \'a1') }),
  ),
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
})

test('law: another parser reads back every cell, formulas as text and numbers as numbers', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const written = toCsv(columns, rows)
      const read: string[][] = parse(written, { bom: true, record_delimiter: '\r\n' })
      expect(read).toEqual([
        ['Text, said', 'Number'],
        ...rows.map(({ text, number }) => [inert(text), number === null ? '' : String(number)]),
      ])
    }),
  )
})

test('law: no text cell begins with what a spreadsheet runs', () => {
  fc.assert(
    fc.property(row, ({ text }) => {
      expect(inert(text)).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/)
    }),
  )
})

/**
 * The cells that a spreadsheet finds with this separator. A quote counts only at the beginning of a
 * cell, and what follows the closing quote belongs to the cell, as in LibreOffice and Excel.
 */
function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  let begun = false
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i)
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(i + 1) === '"') {
        cell += sign
        i += 1
      } else quoted = false
    } else if (sign === '"' && !begun) {
      quoted = true
      begun = true
    } else if (sign === separator || sign === '\n' || sign === '\r') {
      cells.push(cell)
      cell = ''
      begun = false
    } else {
      cell += sign
      begun = true
    }
  }
  return [...cells, cell]
}

const IS_NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

test.each([',', ';', '\t', '|'])(
  'law: opened with %j as separator, no cell is a formula',
  (separator) => {
    const named: readonly Column<Row>[] = [{ head: 'Name', value: () => 'Kim' }, ...columns]
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        for (const cell of cellsOf(toCsv(named, rows), separator)) {
          if (!IS_NUMBER.test(cell)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/)
        }
      }),
      { numRuns: 500 },
    )
  },
)

test.each([
  ['Kim;=2+3;', "Kim;'=2+3;"],
  ['Kim; "=2+3"', 'Kim; "\'=2+3"'],
  ['first\n=2+3', "first\n'=2+3"],
  ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
  ['a|+1', "a|'+1"],
  ['\t=1', "'\t'=1"],
  ["'=1", "''=1"],
  ['＝1+1', "'＝1+1"],
  ['Paris, -5 degrees; +3 tomorrow', "Paris, -5 degrees; '+3 tomorrow"],
  ['Jean-Luc', 'Jean-Luc'],
  ['a=b', 'a=b'],
])('%j is written as %j', (text, written) => {
  expect(inert(text)).toBe(written)
})

test('law: the text can be had back by taking one apostrophe away at each such place', () => {
  fc.assert(
    fc.property(row, ({ text }) => {
      const back = inert(text)
        .replace(/^'(?='*[\t\r\n])/, '')
        .replace(/(^|[;|\t\r\n])([ \t\r\n"]*)'('*)(?=[=+\-@＝＋－＠])/g, '$1$2$3')
      expect(back).toBe(text)
    }),
  )
})

test('a file begins with a byte order mark, ends its lines with CRLF and quotes every text', () => {
  const written = toCsv(columns, [
    { text: '=1+1', number: -2 },
    { text: 'say "no", twice', number: null },
    { text: '@SUM(A1)', number: Number.NaN },
  ])
  expect(written).toBe(
    '\uFEFF"Text, said","Number"\r\n"\'=1+1",-2\r\n"say ""no"", twice",\r\n"\'@SUM(A1)",\r\n',
  )
})
