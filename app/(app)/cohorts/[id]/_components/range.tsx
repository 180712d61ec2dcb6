import type { Readiness } from '@/lib/cohort/readiness'
import { wholePercent } from '@/lib/kernel/percent'

/** The same without the sign: `62–84`. */
export function rangeFigures({ idle, planned }: Readiness): string {
  const low = wholePercent(idle)
  const high = wholePercent(planned)
  return low === high ? String(low) : `${low}–${high}`
}

/** `62–84 %`, or one figure where both are the same: no review from today, and the plan kept. */
export const rangeText = (readiness: Readiness): string => `${rangeFigures(readiness)}\u00a0%`

/** A bar from nothing to what is ready without a review, and on to what the plan would make of it. */
export function RangeBar({ readiness, label }: { readiness: Readiness; label: string }) {
  const { idle, planned } = readiness
  const low = wholePercent(Math.min(idle, planned))
  return (
    <span
      role="img"
      aria-label={`${label}: ${rangeText(readiness)}`}
      className="flex h-1 w-full min-w-16 bg-rule"
    >
      <span className="h-full bg-accent" style={{ width: `${low}%` }} />
      <span
        className="h-full bg-accent/40"
        style={{ width: `${Math.max(0, wholePercent(planned) - low)}%` }}
      />
    </span>
  )
}
