import { Button } from '@/app/_components/button'
import { controlClass } from '@/app/_components/control-class'
import { HiddenFields } from '@/app/_components/hidden-fields'
import { Link } from '@/app/_components/link'
import { count } from '@/lib/kernel/count'
import type { Order } from '@/lib/table/column'
import { orderText } from '@/lib/table/order-text'
import { type TablePlace, tableHref } from './table-address'

type Props = {
  /** What the rows are, in the singular. */
  what: string
  whats: string
  place: TablePlace
  order: Order | null
  words: string
  found: number
  all: number
}

/** A plain form, so that it works before the script has loaded, and its address can be passed on. */
export function TableSearch({ what, whats, place, order, words, found, all }: Props) {
  const { prefix = '', keep = {} } = place
  const id = `${prefix}search`
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      <form method="get" className="flex min-w-0 grow basis-64 items-end gap-2 sm:max-w-sm">
        <HiddenFields fields={{ ...keep, [`${prefix}sort`]: order && orderText(order) }} />
        <div className="min-w-0 grow">
          <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
            Search {whats}
          </label>
          <input
            id={id}
            type="search"
            name={`${prefix}q`}
            defaultValue={words}
            maxLength={200}
            className={`${controlClass} bg-sheet`}
          />
        </div>
        <Button type="submit" kind="secondary">
          Search
        </Button>
      </form>
      {words === '' ? null : (
        <p role="status" className="py-2.5 text-sm text-ink-2">
          {found === 0
            ? `No ${what} of ${all} has “${words}”.`
            : `${count(found, what, whats)} of ${all} with “${words}”.`}{' '}
          <Link className="link py-1" href={tableHref(place, { order, words: '', page: 1 })}>
            Show all
          </Link>
        </p>
      )}
    </search>
  )
}
