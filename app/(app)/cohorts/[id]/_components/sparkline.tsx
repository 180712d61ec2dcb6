import type { RecentWork } from '@/lib/cohort/recent-work'
import { count } from '@/lib/kernel/count'

const HEIGHT = 18
const STEP = 3

type Props = {
  recent: RecentWork
  /** The answers that fill the whole height; the same for all that are compared. */
  most: number
  /** In pixels for each day. */
  step?: number
}

/** The answers of each of the last 30 days, as bars, with the same in words. */
export function Sparkline({ recent, most, step = STEP }: Props) {
  const { perDay } = recent
  const width = perDay.length * step
  const bars = perDay
    .map((answers, day) => {
      const height = answers === 0 ? 0 : Math.max(1, Math.round((answers / most) * (HEIGHT - 1)))
      return height === 0
        ? ''
        : `M${day * step} ${HEIGHT}v-${Math.min(height, HEIGHT)}h${step - 1}v${height}z`
    })
    .join('')
  return (
    <svg
      role="img"
      aria-label={recentWords(recent)}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className="inline-block max-w-none align-middle text-accent"
    >
      <path d={`M0 ${HEIGHT - 0.5}h${width}`} stroke="currentColor" strokeWidth="1" opacity="0.4" />
      <path d={bars} fill="currentColor" />
    </svg>
  )
}

/** The most answers of a day among several people. */
export const mostPerDay = (all: readonly RecentWork[]): number =>
  Math.max(1, ...all.flatMap(({ perDay }) => perDay))

export function recentWords({ answers, activeDays, lastWeek, weekBefore }: RecentWork): string {
  if (answers === 0) return 'No answer in the last 30 days'
  return `${count(answers, 'answer')} on ${activeDays} of the last 30 days, ${lastWeek} in the last 7 days and ${weekBefore} in the 7 days before`
}
