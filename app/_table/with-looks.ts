import type { Column } from '@/lib/table/column'
import type { ShownColumn } from './data-table'

type Look<Row> = Omit<ShownColumn<Row>, 'id' | 'head' | 'value'> & { readonly head?: string }

/** The columns that have a look, in their order; the others are only searched and exported. */
export const withLooks = <Row>(
  columns: readonly Column<Row>[],
  looks: Readonly<Record<string, Look<Row>>>,
): readonly ShownColumn<Row>[] =>
  columns.flatMap((column) => {
    const look = looks[column.id]
    return look === undefined ? [] : [{ ...column, ...look }]
  })
