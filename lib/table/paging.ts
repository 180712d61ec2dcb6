/** Rows on a page. */
export const PAGE_ROWS = 50

export type Paged<Row> = {
  readonly rows: readonly Row[]
  /** From 1 to `pages`. */
  readonly page: number
  /** At least 1. */
  readonly pages: number
}

/** A page beyond either end becomes the nearest one. With `page` null, all rows are on one page. */
export function paged<Row>(all: readonly Row[], page: number | null): Paged<Row> {
  if (page === null) return { rows: all, page: 1, pages: 1 }
  const pages = Math.max(1, Math.ceil(all.length / PAGE_ROWS))
  const shown = Math.min(Math.max(1, page), pages)
  return { rows: all.slice((shown - 1) * PAGE_ROWS, shown * PAGE_ROWS), page: shown, pages }
}
