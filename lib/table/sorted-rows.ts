import type { Cell, Column, Order } from './column'

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Numbers come before words, and words as in a dictionary. */
function compared(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return words.compare(a, b)
  return typeof a === 'number' ? -1 : 1
}

const isNothing = (cell: Cell): cell is null | '' =>
  cell === null || cell === '' || Number.isNaN(cell)

/**
 * The rows by one column. Rows that are equal in it stay in the order in which they came, whichever
 * way it is sorted, and a row about which nothing is known comes last.
 */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === order?.column)
  if (column === undefined || order === null) return rows
  const sign = order.falling ? -1 : 1
  return rows
    .map((row) => ({ row, cell: column.value(row) }))
    .sort(({ cell: a }, { cell: b }) => {
      if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b))
      return sign * compared(a, b)
    })
    .map(({ row }) => row)
}
