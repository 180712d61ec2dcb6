import 'server-only'
import { type Cell, type Column, csvHead, csvRows, toCsv } from '../../../interop/csv'
import type { CohortScope } from '../../scope'

export type TableInput = {
  readonly now: number
  /** The date of a table that is about one day, `YYYY-MM-DD`. Null for today. */
  readonly on: string | null
  /** The analyst or question that the table is about. Null for all of the cohort. */
  readonly of: string | null
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
  load,
}: {
  readonly needs?: Needs
  readonly columns: readonly Column<Row>[]
  readonly load: (scope: CohortScope, input: TableInput) => Promise<readonly Row[]>
}): ExportTable {
  return {
    needs,
    csv: async (scope, input) => toCsv(columns, await load(scope, input)),
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

/** An instant as ISO 8601, or an empty cell. */
export const instant = (ms: number | null): Cell =>
  ms === null ? null : new Date(ms).toISOString()

/** Rounds a share or a mean to four digits, because more would mean nothing. */
export const rounded = (value: number | null): Cell =>
  value === null ? null : Math.round(value * 10_000) / 10_000
