import type { TableCheck } from '@/lib/server/authoring/import-questions'

/** What the form shows of a table that was checked. */
export type TableState = TableCheck & {
  /** Faults that are left out. */
  readonly more: number
}
