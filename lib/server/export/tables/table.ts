import 'server-only'
import { type Cell, type Column, csvHead, csvRows, toCsv } from '../../../interop/csv'
import type { Column as Sorted } from '../../../table/column'
import { orderNamed } from '../../../table/order-text'
import { shownRows } from '../../../table/shown-rows'
import type { CohortScope } from '../../scope'

export type TableInput = {
  readonly now: number
  /** The date of a table that is about one day, `YYYY-MM-DD`. Null for today. */
  readonly on: string | null
  /** The analyst or question that the table is about. Null for all of the cohort. */
  readonly of: string | null
  /** What its page was asked for; without it, all rows in their usual order. */
  readonly asked?: TableAsked
}

/** The order and the search of a page, and what the matrix was narrowed down to. */
export type TableAsked = {
  readonly sort: string | null
  readonly words: string
  readonly group: string | null
  readonly depth: string | null
  /** The analysts who were chosen; nobody for all. */
  readonly people: readonly string[]
}

type Needs = 'analyst' | 'question' | null

/** A table of a cohort's pages that can be exported. */
export type ExportTable = {
  /** What the table is about on its page. Null if it is about the cohort. */
  readonly needs: Needs
  /** Throws what its loader throws. */
  readonly csv: (scope: CohortScope, input: TableInput) => Promise<string>
  /** The same table of several cohorts, with the cohort's name in the first column. */
  readonly csvOf: (scopes: readonly CohortScope[], input: TableInput) => AsyncIterable<string>
}

/** Makes a table from its columns and a function that loads its rows. */
export function table<Row>({
  needs = null,
  columns,
  sorted = [],
  load,
}: {
  readonly needs?: Needs
  readonly columns: readonly Column<Row>[]
  /** By what its page is sorted and searched. Empty for a loader that does that itself. */
  readonly sorted?: readonly Sorted<Row>[]
  readonly load: (scope: CohortScope, input: TableInput) => Promise<readonly Row[]>
}): ExportTable {
  return {
    needs,
    csv: async (scope, input) => toCsv(columns, asAsked(await load(scope, input), sorted, input)),
    csvOf: async function* (scopes, input) {
      const named = (cohort: string): readonly Column<Row>[] => [
        { head: 'Cohort', value: () => cohort },
        ...columns,
      ]
      yield csvHead(named(''))
      for (const scope of scopes) {
        yield csvRows(named(scope.cohort.name), await load(scope, input))
      }
    },
  }
}

function asAsked<Row>(
  rows: readonly Row[],
  columns: readonly Sorted<Row>[],
  { asked }: TableInput,
): readonly Row[] {
  if (asked === undefined || columns.length === 0) return rows
  const order = orderNamed(asked.sort, columns)
  return shownRows(rows, columns, { order, words: asked.words, page: null }).rows
}

/** An instant as ISO 8601, or an empty cell. */
export const instant = (ms: number | null): Cell =>
  ms === null ? null : new Date(ms).toISOString()

/** Rounds a share or a mean to four digits, because more would mean nothing. */
export const rounded = (value: number | null): Cell =>
  value === null ? null : Math.round(value * 10_000) / 10_000
