import { classNames } from '@/app/_components/class-names'
import { Link } from '@/app/_components/link'
import type { TargetMark } from '@/lib/cohort/topic-target'

// One background for each fifth of readiness. Text on every one has a contrast of at least 4.5:1 in
// both colour schemes.
const WASHES = ['', 'bg-accent/8', 'bg-accent/16', 'bg-accent/26', 'bg-accent/38'] as const

/** In whole percent: without further reviews, and with the plan kept. */
export type HeatFigures = readonly [idle: number, planned: number]

type Props = {
  figures: HeatFigures
  href?: string
  strong?: boolean
  /** Where somebody stands with what is assigned. globals.css shows it as a sign before the figure. */
  mark?: TargetMark | null
}

/** One figure of the readiness table. Its background shows the first number as a colour; nothing is pale. */
export function HeatCell({ figures: [idle, planned], href, strong = false, mark = null }: Props) {
  const fifth = Math.min(4, Math.floor(idle / 20))
  const text = idle === planned ? String(idle) : `${idle}–${planned}`
  const look = classNames('heat', planned === 0 && 'heat-none', strong && 'font-semibold')
  return (
    <td
      data-fifth={fifth}
      data-mark={mark ?? undefined}
      className={classNames('heat-cell', WASHES[fifth])}
    >
      {href ? (
        <Link href={href} className={look}>
          {text}
        </Link>
      ) : (
        <span className={look}>{text}</span>
      )}
    </td>
  )
}
