import { type ReactNode, useId } from 'react'
import { shortDate } from '@/app/_format/calendar-date'
import { count } from '@/lib/kernel/count'
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
      <Squares days={year} label={label} />
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-ink-2">
        <span>
          {count(total, 'answer')} on {count(studied.length, 'day')}
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

/** A phone shows as many weeks. */
const PHONE_WEEKS = 26
const HEIGHT = TOP + 7 * (SIZE + GAP)
const width = (weeks: number) => weeks * (SIZE + GAP)

/** The squares are in the page once; the picture for phones shows the last of them again. */
function Squares({ days, label }: { days: Year; label: string }) {
  const id = useId()
  const first = days[0]
  if (first === undefined) return null
  const offset = weekday(first.date)
  const weeks = Math.ceil((offset + days.length) / 7)
  const placed = days.map((day, index): Placed => {
    const place = offset + index
    return { ...day, week: Math.floor(place / 7), y: TOP + (place % 7) * (SIZE + GAP) }
  })
  const hidden = Math.max(0, weeks - PHONE_WEEKS)
  return (
    <>
      <Frame label={label} days={placed} from={0} weeks={weeks} className="max-sm:hidden">
        <g id={id}>
          <path d={placed.filter(isEmpty).map(square).join('')} className={SHADES[0]} />
          {placed.map((day) =>
            isEmpty(day) ? null : (
              <path key={day.date} d={square(day)} className={shadeOf(day)}>
                <title>{`${shortDate(day.date)}: ${day.reviews}`}</title>
              </path>
            ),
          )}
        </g>
      </Frame>
      <Frame label={label} days={placed} from={hidden} weeks={weeks} className="sm:hidden">
        <use href={`#${id}`} />
      </Frame>
    </>
  )
}

type Placed = Year[number] & { readonly week: number; readonly y: number }

const isEmpty = ({ reviews }: Placed) => reviews < STEPS[0]
const shadeOf = ({ reviews }: Placed) => SHADES[STEPS.filter((step) => reviews >= step).length]
const square = ({ week, y }: Placed) => `M${width(week)} ${y}h${SIZE}v${SIZE}h-${SIZE}z`

type FrameProps = {
  label: string
  days: readonly Placed[]
  /** The first week that is shown. */
  from: number
  weeks: number
  className: string
  children: ReactNode
}

/** The weeks from `from` on, with the names of days and months. */
function Frame({ label, days, from, weeks, className, children }: FrameProps) {
  const shown = width(weeks - from)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${LEFT + shown} ${HEIGHT}`}
      className={`block h-auto w-full ${className}`}
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
      {days.map(({ date, week }) =>
        date.endsWith('-01') && week >= from && week < weeks - 2 ? (
          <text key={date} x={LEFT + width(week - from)} y={10} className="fill-ink-2 text-[10px]">
            {shortDate(date).replace(/^1 /, '')}
          </text>
        ) : null,
      )}
      <svg
        x={LEFT}
        width={shown}
        height={HEIGHT}
        viewBox={`${width(from)} 0 ${shown} ${HEIGHT}`}
        aria-hidden="true"
      >
        {children}
      </svg>
    </svg>
  )
}

/** From 0 for Monday to 6 for Sunday. */
const weekday = (date: string) => (new Date(date).getUTCDay() + 6) % 7
