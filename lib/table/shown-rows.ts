import type { Column, Order } from './column'
import { foundRows } from './found-rows'
import { type Paged, paged } from './paging'
import { sortedRows } from './sorted-rows'

/** What somebody asks of a table. */
export type TableQuery = {
  /** Null for the order in which the rows come. */
  readonly order: Order | null
  readonly words: string
  /** From 1, or null for all rows on one page. */
  readonly page: number | null
}

/** The rows on the page, and what else the table says of itself. */
export type Shown<Row> = Paged<Row> & {
  readonly order: Order | null
  readonly words: string
  /** How many rows there are, and in how many of them the words stand. */
  readonly all: number
  readonly found: number
}

export function shownRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { order, words, page }: TableQuery,
): Shown<Row> {
  const found = foundRows(rows, columns, words)
  const sorted = sortedRows(found, columns, order)
  return { ...paged(sorted, page), order, words, all: rows.length, found: found.length }
}
