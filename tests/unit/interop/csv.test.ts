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
    fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",; \'a1') }),
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
      expect(inert(text)).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})

test('a file begins with a byte order mark, ends its lines with CRLF and quotes only where it must', () => {
  const written = toCsv(columns, [
    { text: '=1+1', number: -2 },
    { text: 'say "no", twice', number: null },
    { text: '@SUM(A1)', number: Number.NaN },
  ])
  expect(written).toBe(
    '\uFEFF"Text, said",Number\r\n\'=1+1,-2\r\n"say ""no"", twice",\r\n\'@SUM(A1),\r\n',
  )
})
