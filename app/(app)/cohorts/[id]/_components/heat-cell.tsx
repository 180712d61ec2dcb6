import { classNames } from '@/app/_components/class-names'
import { Link } from '@/app/_components/link'
import type { Readiness } from '@/lib/cohort/readiness'
import { rangeFigures } from './range'

// One background for each fifth of readiness. Text on every one has a contrast of at least 4.5:1 in
// both colour schemes.
const WASHES = ['', 'bg-accent/8', 'bg-accent/16', 'bg-accent/26', 'bg-accent/38'] as const

type Props = { readiness: Readiness; href?: string; strong?: boolean }

/** One figure of the readiness table. Its background shows the first number as a colour. */
export function HeatCell({ readiness, href, strong = false }: Props) {
  const wash = WASHES[Math.min(4, Math.floor(readiness.idle * 5))]
  const text = rangeFigures(readiness)
  const look = 'block px-1.5 py-2 text-right whitespace-nowrap tabular-nums'
  return (
    <td className={classNames('border-b border-rule p-0', wash, strong ? 'font-semibold' : '')}>
      {href ? (
        <Link href={href} className={classNames(look, 'no-underline hover:underline')}>
          {text}
        </Link>
      ) : (
        <span className={look}>{text}</span>
      )}
    </td>
  )
}
