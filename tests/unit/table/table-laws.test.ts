import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, Column, Order } from '@/lib/table/column'
import { foundRows } from '@/lib/table/found-rows'
import { orderAfterPress, orderNamed, orderText } from '@/lib/table/order-text'
import { shownRows } from '@/lib/table/shown-rows'
import { sortedRows } from '@/lib/table/sorted-rows'

type Row = { readonly place: number; readonly name: string; readonly size: Cell }

const columns: readonly Column<Row>[] = [
  { id: 'name', head: 'Name', value: ({ name }) => name },
  { id: 'size', head: 'Size', value: ({ size }) => size },
]
const cell = fc.oneof(
  fc.constantFrom(null, '', 0, -0, Number.NaN, Number.POSITIVE_INFINITY),
  fc.integer({ min: -3, max: 3 }),
  fc.string({ maxLength: 3 }),
)
const rows = fc
  .array(
    fc.record({ name: fc.constantFrom('Ada', 'ada', 'Älva', 'Bo', 'Zoë', '10', '9'), size: cell }),
  )
  .map((all) => all.map((row, place): Row => ({ ...row, place })))
const order: fc.Arbitrary<Order> = fc.record({
  column: fc.constantFrom('name', 'size'),
  falling: fc.boolean(),
})
const words = fc.constantFrom('', 'a', 'AL', 'zoe', 'o b', '1', ' ')
const places = (all: readonly Row[]) => all.map(({ place }) => place)

describe('sorting', () => {
  test('loses no row and invents none', () => {
    fc.assert(
      fc.property(rows, order, (all, by) => {
        const sorted = sortedRows(all, columns, by)
        expect(places(sorted).toSorted((a, b) => a - b)).toEqual(places(all))
      }),
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(rows, order, (all, by) => {
        const once = sortedRows(all, columns, by)
        expect(places(sortedRows(once, columns, by))).toEqual(places(once))
      }),
    )
  })

  test('leaves rows that are equal in the order in which they came, in both directions', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, falling) => {
        const sorted = sortedRows(all, columns, { column: 'size', falling })
        for (const value of new Set(all.map(({ size }) => size))) {
          const equal = sorted.filter(({ size }) => Object.is(size, value))
          expect(places(equal)).toEqual(places(equal).toSorted((a, b) => a - b))
        }
      }),
    )
  })

  test('puts what is not known last in both directions, and numbers before words when it rises', () => {
    const named = (size: Cell): Row => ({ place: 0, name: '', size })
    const all = [null, 'ten', 2, '', 10].map(named)
    const sizes = (falling: boolean) =>
      sortedRows(all, columns, { column: 'size', falling }).map(({ size }) => size)
    expect(sizes(false)).toEqual([2, 10, 'ten', null, ''])
    expect(sizes(true)).toEqual(['ten', 10, 2, null, ''])
  })

  test('reads names as a dictionary does, and figures in them as numbers', () => {
    const all = ['Zoë', 'Unit 10', 'älva', 'Adam', 'Unit 9'].map((name) => ({
      place: 0,
      name,
      size: null,
    }))
    const sorted = sortedRows(all, columns, { column: 'name', falling: false })
    expect(sorted.map(({ name }) => name)).toEqual(['Adam', 'älva', 'Unit 9', 'Unit 10', 'Zoë'])
  })
})

describe('searching', () => {
  test('and then sorting shows the same as sorting and then searching', () => {
    fc.assert(
      fc.property(rows, order, words, (all, by, text) => {
        const one = sortedRows(foundRows(all, columns, text), columns, by)
        const other = foundRows(sortedRows(all, columns, by), columns, text)
        expect(places(one)).toEqual(places(other))
      }),
    )
  })

  test('finds a name without its marks and in any case, and needs every word', () => {
    const all = ['Zoë Holt', 'Zoe Marek', 'Dov Holt'].map((name, place) => ({
      place,
      name,
      size: null,
    }))
    expect(places(foundRows(all, columns, 'ZOE holt'))).toEqual([0])
    expect(places(foundRows(all, columns, '  '))).toEqual([0, 1, 2])
  })
})

test('the pages of a table together hold what was found, once and in order', () => {
  fc.assert(
    fc.property(rows, order, words, (all, by, text) => {
      const query = { order: by, words: text }
      const whole = shownRows(all, columns, { ...query, page: null })
      const { pages } = shownRows(all, columns, { ...query, page: 1 })
      const parts = Array.from({ length: pages }, (_, index) =>
        shownRows(all, columns, { ...query, page: index + 1 }),
      )
      expect(parts.flatMap((part) => places(part.rows))).toEqual(places(whole.rows))
      expect(whole.found).toBe(whole.rows.length)
      expect(whole.all).toBe(all.length)
    }),
  )
})

describe('an order', () => {
  test('is written into an address and read back', () => {
    fc.assert(
      fc.property(order, (by) => {
        expect(orderNamed(orderText(by), columns)).toEqual(by)
      }),
    )
  })

  test('by a column that the table does not have is none', () => {
    for (const text of ['', '-', 'colour', '--name', 'name ']) {
      expect(orderNamed(text, columns)).toBeNull()
    }
    expect(orderNamed(null, columns)).toBeNull()
  })

  test('turns with the second press on the same head, and begins anew on another', () => {
    const first = orderAfterPress('size', true, null)
    expect(first).toEqual({ column: 'size', falling: true })
    const second = orderAfterPress('size', true, first)
    expect(second).toEqual({ column: 'size', falling: false })
    expect(orderAfterPress('name', false, second)).toEqual({ column: 'name', falling: false })
  })
})
