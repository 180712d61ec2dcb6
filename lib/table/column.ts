/** What stands in a cell. Null: nothing is known. */
export type Cell = string | number | null

/** A column of a table: what it is called, and what is compared, searched and exported of a row. */
export type Column<Row> = {
  /** Its name in the address. */
  readonly id: string
  readonly head: string
  readonly value: (row: Row) => Cell
}

/** By which column a table is sorted, and whether the largest comes first. */
export type Order = { readonly column: string; readonly falling: boolean }
