import type { Readiness } from '@/lib/cohort/readiness'
import { wholePercent } from '@/lib/kernel/percent'

/** The range without the percent sign, such as `62–84`. */
function rangeFigures({ idle, planned }: Readiness): string {
  const low = wholePercent(idle)
  const high = wholePercent(planned)
  return low === high ? String(low) : `${low}–${high}`
}

/**
 * `62–84 %`: readiness without further reviews, and with the plan kept. One figure if both are
 * equal.
 */
export const rangeText = (readiness: Readiness): string => `${rangeFigures(readiness)}\u00a0%`

/**
 * A bar up to the readiness without further reviews, continued to the readiness with the plan kept.
 */
export function RangeBar({ readiness, label }: { readiness: Readiness; label: string }) {
  const { idle, planned } = readiness
  const low = wholePercent(Math.min(idle, planned))
  return (
    <span
      role="img"
      aria-label={`${label}: ${rangeText(readiness)}`}
      className="flex h-1.5 w-full min-w-16 border border-rule-2"
    >
      <span className="bar h-full" style={{ width: `${low}%` }} />
      <span
        className="bar-pale h-full"
        style={{ width: `${Math.max(0, wholePercent(planned) - low)}%` }}
      />
    </span>
  )
}
