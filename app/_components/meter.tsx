import { wholePercent } from '@/lib/kernel/percent'

type Props = {
  /** From 0 to 1. */
  share: number
  /** A share of the same whole that is shown behind it, paler; from 0 to 1. */
  behind?: number
  /** What the share is of. Screen readers read this instead of the bar. */
  label: string
}

/** A thin bar. It accompanies its figure and never replaces it. */
export function Meter({ share, behind = 0, label }: Props) {
  const percent = percentOf(share)
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn as a hairline in all browsers
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="relative h-1.5 w-full min-w-16 border border-rule-2"
    >
      <div
        className="bar-pale absolute inset-y-0 left-0"
        style={{ width: `${percentOf(behind)}%` }}
      />
      <div className="bar absolute inset-y-0 left-0" style={{ width: `${percent}%` }} />
    </div>
  )
}

/** Of nothing, the share is 0. */
const percentOf = (share: number): number =>
  Number.isNaN(share) ? 0 : wholePercent(Math.min(1, Math.max(0, share)))
