import type { ReactNode } from 'react'
import { classNames } from '@/app/_components/class-names'
import { Link } from '@/app/_components/link'
import { TermHelp } from '@/app/_help/term-help'
import type { Term } from '@/app/_help/terms'
import type { Order } from '@/lib/table/column'

type Props = {
  children: ReactNode
  /** Where a press leads; null for a column by which nothing is sorted. */
  href: string | null
  /** Null when the table is not sorted by this column. */
  sorted: Order | null
  className?: string
  /** The word of the glossary that the head needs. */
  term?: Term | undefined
  /** Stands before the name of the column. */
  before?: ReactNode
  /** Stands below it. */
  after?: ReactNode
}

/** The head of a column. A press sorts by it, and a second one turns the order around. */
export function SortHead({ children, href, sorted, className, term, before, after }: Props) {
  return (
    <th
      scope="col"
      aria-sort={sorted === null ? undefined : sorted.falling ? 'descending' : 'ascending'}
      className={classNames('cell cell-head', className)}
    >
      {before}
      {href === null ? (
        children
      ) : (
        <Link href={href} scroll={false} className="sort-link">
          {children}
        </Link>
      )}
      {term === undefined ? null : <TermHelp of={term} />}
      {after ? <span className="block font-normal">{after}</span> : null}
    </th>
  )
}
