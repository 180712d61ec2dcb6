import { count } from '@/app/_format/count'
import { shortDate } from '@/app/(app)/_components/day-label'
import type { ProgressView } from '@/lib/review/view/progress'

type Year = ProgressView['year']

/** The numbers of answers a day from which a square takes the next darker shade. */
const STEPS = [1, 15, 40, 80] as const
const SHADES = ['fill-rule', 'fill-accent/30', 'fill-accent/55', 'fill-accent/80', 'fill-accent']
const SIZE = 11
const GAP = 3
const LEFT = 26
const TOP = 16

/**
 * Weeks are columns with Monday at the top. A phone shows the last 26 weeks, so that the squares
 * are large enough.
 */
export function HeatMap({ year }: { year: Year }) {
  const studied = year.filter(({ reviews }) => reviews > 0)
  const total = studied.reduce((sum, { reviews }) => sum + reviews, 0)
  if (total === 0) {
    return (
      <p className="font-serif text-lg text-ink-2">
        Each day with answers will appear here as a square.
      </p>
    )
  }
  const label = `Answers on each day of the last year: ${total} in all, on ${count(studied.length, 'day')}. The table below lists them by week.`
  return (
    <figure>
      <div className="max-sm:hidden">
        <Squares days={year} label={label} />
      </div>
      <div className="sm:hidden">
        <Squares days={year.slice(-26 * 7)} label={label} />
      </div>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-ink-2">
        <span>
          {total} answers on {count(studied.length, 'day')}
        </span>
        <span className="flex items-center gap-1.5">
          {['none', ...STEPS.map((step) => `${step}+`)].map((words, index) => (
            <span key={words} className="flex items-center gap-1">
              <svg width={SIZE} height={SIZE} aria-hidden="true">
                <rect width={SIZE} height={SIZE} className={SHADES[index]} />
              </svg>
              {words}
            </span>
          ))}
        </span>
      </figcaption>
    </figure>
  )
}

function Squares({ days, label }: { days: Year; label: string }) {
  const first = days[0]
  if (first === undefined) return null
  const offset = weekday(first.date)
  const weeks = Math.ceil((offset + days.length) / 7)
  const x = (week: number) => LEFT + week * (SIZE + GAP)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${x(weeks)} ${TOP + 7 * (SIZE + GAP)}`}
      className="block h-auto w-full"
    >
      {['Mon', 'Wed', 'Fri'].map((name, index) => (
        <text
          key={name}
          x={0}
          y={TOP + index * 2 * (SIZE + GAP) + SIZE - 2}
          className="fill-ink-2 text-[10px]"
        >
          {name}
        </text>
      ))}
      {days.map(({ date, reviews }, index) => {
        const place = offset + index
        const week = Math.floor(place / 7)
        return (
          <g key={date}>
            {date.endsWith('-01') && week < weeks - 2 ? (
              <text x={x(week)} y={10} className="fill-ink-2 text-[10px]">
                {shortDate(date).replace(/^1 /, '')}
              </text>
            ) : null}
            <rect
              x={x(week)}
              y={TOP + (place % 7) * (SIZE + GAP)}
              width={SIZE}
              height={SIZE}
              className={SHADES[STEPS.filter((step) => reviews >= step).length]}
            >
              <title>{`${shortDate(date)}: ${reviews}`}</title>
            </rect>
          </g>
        )
      })}
    </svg>
  )
}

/** From 0 for Monday to 6 for Sunday. */
const weekday = (date: string) => (new Date(date).getUTCDay() + 6) % 7
