import 'server-only'
import { type Cell, type Column, csvHead, csvRows, toCsv } from '../../../interop/csv'
import type { CohortScope } from '../../scope'

export type TableInput = {
  readonly now: number
  /** `YYYY-MM-DD` where a table is of one day; null: today. */
  readonly on: string | null
  /** The analyst or question of whom a table is; null: all of the cohort's. */
  readonly of: string | null
}

type Needs = 'analyst' | 'question' | null

/** A table of a cohort's pages as it is exported. */
export type ExportTable = {
  /** Of whom it is on its page; null: of the cohort. */
  readonly needs: Needs
  /** Throws as its loader does. */
  readonly csv: (scope: CohortScope, input: TableInput) => Promise<string>
  /** The same of several cohorts, each named in a first column. */
  readonly csvOf: (scopes: readonly CohortScope[], input: TableInput) => AsyncIterable<string>
}

/** A table from its columns and a loader of its rows. */
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

/** An instant as ISO 8601; an empty cell for none. */
export const instant = (ms: number | null): Cell =>
  ms === null ? null : new Date(ms).toISOString()

/** To four digits: a share or a mean, whose further digits say nothing. */
export const rounded = (value: number | null): Cell =>
  value === null ? null : Math.round(value * 10_000) / 10_000
