import { wholePercent } from '@/lib/kernel/percent'

type Props = {
  /** From 0 to 1. */
  share: number
  /** What the share is of. Screen readers read this instead of the bar. */
  label: string
}

/** A thin bar. It accompanies its figure and never replaces it. */
export function Meter({ share, label }: Props) {
  const percent = wholePercent(Math.min(1, Math.max(0, share)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn as a hairline in all browsers
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1 w-full min-w-16 bg-rule"
    >
      <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
    </div>
  )
}
