import type { ReactNode } from 'react'
import { classNames } from '@/app/_components/class-names'
import { RowTh, Table, Td } from '@/app/_components/table'
import type { Term } from '@/app/_help/terms'
import type { Column } from '@/lib/table/column'
import { orderAfterPress, orderText } from '@/lib/table/order-text'
import type { Shown } from '@/lib/table/shown-rows'
import { Pages } from './pages'
import { RememberOrder } from './remember-order'
import { SortHead } from './sort-head'
import { type TablePlace, tableHref } from './table-address'
import { TableCsv } from './table-csv'
import { TableSearch } from './table-search'

/** A column as it is shown. Without `cell`, it shows its value. */
export type ShownColumn<Row> = Column<Row> & {
  readonly cell?: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** A column by which nobody would sort, such as one of buttons. */
  readonly unsorted?: boolean
  /** Its head is for screen readers only. */
  readonly hiddenHead?: boolean
  /** The first press shows the largest first. That is so for numbers, unless this says otherwise. */
  readonly fallsFirst?: boolean
  readonly className?: string
  /** The word of the glossary that its head needs: a “?” beside it explains it. */
  readonly term?: Term
}

type Props<Row> = {
  /** What screen readers call the table. */
  caption: string
  /** What a row is, and what several are. */
  what: string
  whats?: string
  /** The name under which this browser remembers the order. */
  name: string
  shown: Shown<Row>
  /** The first is the head of each row, and stays in sight when the others are scrolled. */
  columns: readonly ShownColumn<Row>[]
  keyOf: (row: Row) => string
  place: TablePlace
  /** The address of the same rows as CSV. */
  csv?: string
  /** For a page that has a search of its own. */
  unsearched?: boolean
  className?: string
  /** How the heads of rows look: see `RowTh`. */
  rowHead?: { readonly plain?: boolean; readonly named?: boolean; readonly className?: string }
}

/** From so many rows on, they are searched; a shorter table is quicker to read. */
const SEARCHED_FROM = 12

/**
 * The one table of instructors and administrators: sorted by its heads, searched, in pages. All of it
 * stands in the address, so that it works without JavaScript and can be passed on.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, what, whats = `${what}s`, name, shown, columns, keyOf, place, csv } = props
  const { rows, order, words, found, all, page, pages } = shown
  const [first, ...others] = columns
  if (first === undefined) return null
  const hrefBy = (column: ShownColumn<Row>) =>
    column.unsorted
      ? null
      : tableHref(place, {
          order: orderAfterPress(column.id, column.fallsFirst ?? column.numeric ?? false, order),
          words,
          page: 1,
        })
  return (
    <>
      <RememberOrder table={name} order={order === null ? 'usual' : orderText(order)} />
      {props.unsearched || (all < SEARCHED_FROM && words === '') ? null : (
        <TableSearch {...{ what, whats, place, order, words, found, all }} />
      )}
      {rows.length === 0 ? null : (
        <Table caption={caption} className={props.className} tall={rows.length > SEARCHED_FROM}>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHead
                  key={column.id}
                  href={hrefBy(column)}
                  sorted={order?.column === column.id ? order : null}
                  term={column.term}
                  className={classNames(
                    column.numeric && 'cell-number',
                    column === first && 'cell-first',
                    column.className,
                  )}
                >
                  {column.hiddenHead ? <span className="sr-only">{column.head}</span> : column.head}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                <RowTh
                  {...props.rowHead}
                  className={classNames('cell-first', first.className, props.rowHead?.className)}
                >
                  {shownIn(first, row)}
                </RowTh>
                {others.map((column) => (
                  <Td key={column.id} numeric={column.numeric} className={column.className}>
                    {shownIn(column, row)}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pages
        what={whats}
        page={page}
        pages={pages}
        hrefOf={(to) => tableHref(place, { order, words, page: to })}
      />
      {csv === undefined || found === 0 ? null : (
        <TableCsv href={csv} shown={shown} whats={whats} />
      )}
    </>
  )
}

const shownIn = <Row,>(column: ShownColumn<Row>, row: Row): ReactNode =>
  column.cell === undefined ? column.value(row) : column.cell(row)
