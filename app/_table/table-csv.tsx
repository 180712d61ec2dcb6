import type { Order } from '@/lib/table/column'
import { orderText } from '@/lib/table/order-text'

type Props = {
  /** The address of all rows. */
  href: string
  shown: { readonly order: Order | null; readonly words: string }
  whats: string
}

/**
 * Downloads what the table shows, on all of its pages, in its order. This is not Next's link, because
 * nothing should be fetched before it is pressed.
 */
export function TableCsv({ href, shown: { order, words }, whats }: Props) {
  const [path = '', before = ''] = href.split('?')
  const asked = new URLSearchParams(before)
  if (order !== null) asked.set('sort', orderText(order))
  if (words !== '') asked.set('q', words)
  return (
    <a
      href={asked.size === 0 ? path : `${path}?${asked}`}
      download
      className="link mt-4 inline-block py-0.5 text-sm"
    >
      Download CSV
      <span className="sr-only">
        {' '}
        of the {whats}
        {words === '' ? '' : ' that were found'}
      </span>
    </a>
  )
}
