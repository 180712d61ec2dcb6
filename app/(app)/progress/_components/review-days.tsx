import { scaleLinear } from 'd3-scale'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { count } from '@/app/_lib/count'
import { dayLabel, shortDate } from '@/app/(app)/_components/day-label'
import type { ProgressView } from '@/lib/server/load-progress'

type Days = ProgressView['days']

const HEIGHT = 150
/** Room for the axis labels below and the topmost number above. */
const [TOP, BOTTOM] = [12, HEIGHT - 24]

/** Bars in percent of the width, so that the type keeps its size on a phone. */
export function ReviewDays({ days }: { days: Days }) {
  const total = days.reduce((sum, day) => sum + day.reviews, 0)
  if (total === 0) {
    return <p className="font-serif text-lg text-ink-2">No answers in the last 30 days.</p>
  }
  const y = scaleLinear([0, Math.max(4, ...days.map((day) => day.reviews))], [BOTTOM, TOP]).nice(4)
  const slot = 100 / days.length
  const studied = days.filter((day) => day.reviews > 0).length
  return (
    <figure>
      <div className="grid grid-cols-[2.25rem_minmax(0,1fr)]">
        <svg width="100%" height={HEIGHT} aria-hidden="true" className="block overflow-visible">
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <text
                key={tick}
                x="80%"
                y={y(tick)}
                dy="0.32em"
                textAnchor="end"
                className="fill-ink-2 text-[12px] tabular-nums"
              >
                {tick}
              </text>
            ))}
        </svg>
        <svg
          role="img"
          aria-label={`Answers on each of the last ${days.length} days: ${total} in all, on ${count(studied, 'day')}. The table below holds every day.`}
          width="100%"
          height={HEIGHT}
          className="block overflow-visible"
        >
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-rule" />
            ))}
          {days.map((day, index) => (
            <rect
              key={day.date}
              x={`${tenth(index * slot + slot * 0.15)}%`}
              width={`${tenth(slot * 0.7)}%`}
              y={tenth(y(day.reviews))}
              height={tenth(BOTTOM - y(day.reviews))}
              className="fill-accent"
            />
          ))}
          <line x1="0" x2="100%" y1={BOTTOM} y2={BOTTOM} className="stroke-ink" />
          {days.map((day, index) =>
            (days.length - 1 - index) % 7 === 0 ? (
              <text
                key={day.date}
                x={`${tenth((index + 0.5) * slot)}%`}
                y={HEIGHT - 6}
                textAnchor={index === days.length - 1 ? 'end' : 'middle'}
                className="fill-ink-2 text-[12px] tabular-nums"
              >
                {index === days.length - 1 ? 'today' : shortDate(day.date)}
              </text>
            ) : null,
          )}
        </svg>
      </div>
      <details className="mt-3 text-sm">
        <summary className="inline-block cursor-pointer py-1 text-accent underline underline-offset-4">
          The same as a table
        </summary>
        <div className="mt-3">
          <DayTable days={days} />
        </div>
      </details>
    </figure>
  )
}

const tenth = (value: number) => Math.round(value * 10) / 10

function DayTable({ days }: { days: Days }) {
  return (
    <Table caption="Answers a day">
      <thead>
        <tr>
          <Th>Day</Th>
          <Th numeric>Answers</Th>
          <Th numeric>New</Th>
          <Th numeric>Recalled</Th>
          <Th numeric>Minutes</Th>
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map((day) => (
          <tr key={day.date}>
            <RowTh className="font-normal whitespace-nowrap">{dayLabel(day.date)}</RowTh>
            <Td numeric>{day.reviews}</Td>
            <Td numeric>{day.introduced}</Td>
            <Td numeric>
              {day.retentionTotal === 0 ? '–' : `${day.retentionPassed} of ${day.retentionTotal}`}
            </Td>
            <Td numeric>{Math.round(day.durationMs / 60_000)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
