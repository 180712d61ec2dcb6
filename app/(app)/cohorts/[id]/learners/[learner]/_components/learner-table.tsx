import { askedOf } from '@/app/_table/asked-of'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import type { Params } from '@/app/_table/table-address'
import type { LearnerView } from '@/lib/cohort/view/learner-view'
import { shownRows } from '@/lib/table/shown-rows'

/** Which analyst's page it is on, and what the address of the page says. */
export type LearnerPlace = {
  readonly cohortId: string
  readonly view: LearnerView
  readonly params: Params
  /** The day, the depth and the topic that is looked into, which stay. */
  readonly keep: Readonly<Record<string, string | number | null>>
}

type Props<Row> = {
  place: LearnerPlace
  /** Tells it from the other tables of the page, in the address and as an anchor. */
  table: string
  caption: string
  what: string
  rows: readonly Row[]
  columns: readonly ShownColumn<Row>[]
  keyOf: (row: Row) => string
  rowHead?: { readonly plain?: boolean; readonly className?: string }
}

/** One of the tables about an analyst. */
export async function LearnerTable<Row>(props: Props<Row>) {
  const { place, table, caption, what, rows, columns, keyOf } = props
  const { cohortId, view, params, keep } = place
  const prefix = `${table}-`
  const query = await askedOf(params, { table: `analyst-${table}`, columns, usual: null, prefix })
  return (
    <DataTable
      caption={caption}
      what={what}
      name={`analyst-${table}`}
      shown={shownRows(rows, columns, query)}
      columns={columns}
      keyOf={keyOf}
      place={{ path: `/cohorts/${cohortId}/learners/${view.userId}`, prefix, keep, anchor: table }}
      rowHead={{ plain: true, ...props.rowHead }}
    />
  )
}
