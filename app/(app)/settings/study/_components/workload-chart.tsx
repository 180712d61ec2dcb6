import { scaleLinear } from 'd3-scale'
import { percent } from '@/lib/kernel/percent'
import type { WorkloadView } from '@/lib/server/settings/load-workload'

const HEIGHT = 190
const TOP = 26
const BOTTOM = HEIGHT - 40
/** The percentage of the width from which labels are placed to the left of their points. */
const FAR = 60

type Row = WorkloadView['rows'][number]

/**
 * Questions known over minutes a day, with one point for each retention. Positions are percentages
 * of the width, so that it fits a phone.
 */
export function WorkloadChart({ rows, present }: Pick<WorkloadView, 'rows' | 'present'>) {
  const minutes = rows.map(({ minutesPerDay }) => minutesPerDay)
  const known = rows.map((row) => row.known)
  const x = scaleLinear([Math.min(...minutes), Math.max(...minutes, 1)], [4, 94])
  const y = scaleLinear([Math.min(...known), Math.max(...known, 1)], [BOTTOM - 26, TOP])
  const first = rows[0]
  const last = rows.at(-1)
  return (
    <div>
      <p aria-hidden="true" className="text-label text-ink-2">
        Questions known in days 91–180
      </p>
      <svg
        role="img"
        aria-label="Questions known over minutes a day, for each target retention. The table below has the same figures."
        width="100%"
        height={HEIGHT}
        className="block overflow-visible"
      >
        <line x1="0" x2="100%" y1={BOTTOM} y2={BOTTOM} className="stroke-ink" />
        {x.ticks(6).map((tick) => (
          <g key={tick}>
            <line
              x1={`${x(tick)}%`}
              x2={`${x(tick)}%`}
              y1={BOTTOM}
              y2={BOTTOM + 4}
              className="stroke-ink"
            />
            <text
              x={`${x(tick)}%`}
              y={BOTTOM + 18}
              textAnchor="middle"
              className="fill-ink-2 text-[12px] tabular-nums"
            >
              {tick}
            </text>
          </g>
        ))}
        <text x="100%" y={HEIGHT - 4} textAnchor="end" className="fill-ink-2 text-[12px]">
          Minutes a day
        </text>
        {rows.map((row, index) => {
          const before = rows[index - 1]
          return before ? (
            <line
              key={row.desiredRetention}
              x1={`${x(before.minutesPerDay)}%`}
              y1={y(before.known)}
              x2={`${x(row.minutesPerDay)}%`}
              y2={y(row.known)}
              className="stroke-rule-ink"
            />
          ) : null
        })}
        {rows.map((row) => {
          const own = row.desiredRetention === present
          return (
            <circle
              key={row.desiredRetention}
              cx={`${x(row.minutesPerDay)}%`}
              cy={y(row.known)}
              r={own ? 7 : 4}
              strokeWidth={own ? 3 : 1.5}
              className={own ? 'fill-paper stroke-accent' : 'fill-ink stroke-ink'}
            />
          )
        })}
        {rows
          .filter((row) => row === first || row === last || row.desiredRetention === present)
          .map((row) => (
            <text
              key={row.desiredRetention}
              x={`${x(row.minutesPerDay)}%`}
              // The curve bends to the right, so labels have space below it but above it only at
              // its end.
              y={y(row.known) + (row === last ? -13 : 22)}
              textAnchor={x(row.minutesPerDay) > FAR ? 'end' : 'start'}
              className="fill-ink text-[12px] font-semibold tabular-nums"
            >
              {labelOf(row, present)}
            </text>
          ))}
      </svg>
    </div>
  )
}

const labelOf = ({ desiredRetention, known }: Row, present: number) =>
  `${percent(desiredRetention)}${desiredRetention === present ? ', yours' : ''}: ${Math.round(known)}`
