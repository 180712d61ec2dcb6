import { useId } from 'react'
import { classNames } from '@/app/_components/class-names'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { PartialDate } from '@/lib/course/partial-date'
import type { MembershipChange } from '@/lib/course/types'
import type { EntityId } from '@/lib/kernel/ids'
import { FigureFrame } from './figure-frame'
import { Hatch } from './hatch'
import {
  type TimelineAxis,
  type TimelineBar,
  type TimelineRow,
  timelineAxis,
  timelineRows,
} from './timeline-rows'

type Props = {
  organisations: readonly EntityId[]
  from: PartialDate
  to: PartialDate
  caption: string
  changes: readonly MembershipChange[]
  names: Readonly<Record<string, string>>
}

const LANE = 16
const BAR = 13

/**
 * Shows which states belonged to which organisation and when. Positions are percentages, so that
 * the text keeps its size on a phone.
 */
export function MembershipTimeline(props: Props) {
  const { organisations, caption, changes, names } = props
  const hatch = useId()
  const rows = timelineRows(changes, organisations, props)
  const axis = timelineAxis(props)
  const nameOf = (id: EntityId) => names[id] ?? id
  const lookOf = (id: EntityId) => LOOKS[organisations.indexOf(id) % LOOKS.length] ?? 'solid'
  const title = `Timeline of ${organisations.map(nameOf).join(', ')}`
  return (
    <FigureFrame caption={caption} table={<SpanTable title={title} rows={rows} nameOf={nameOf} />}>
      <svg width="0" height="0" aria-hidden="true" className="absolute">
        <defs>
          <Hatch id={hatch} />
        </defs>
      </svg>
      <Legend
        organisations={organisations}
        nameOf={nameOf}
        lookOf={lookOf}
        hatch={hatch}
        observers={hasObservers(rows)}
      />
      <div role="img" aria-label={`${title}. The table below lists all dates.`}>
        {rows.map((row) => (
          <Row
            key={row.state}
            row={row}
            axis={axis}
            nameOf={nameOf}
            lookOf={lookOf}
            hatch={hatch}
          />
        ))}
        <AxisLabels axis={axis} />
      </div>
    </FigureFrame>
  )
}

const LOOKS = ['solid', 'open', 'hatched'] as const
type Look = (typeof LOOKS)[number]

const GRID = 'grid grid-cols-[5.75rem_1fr] @lg:grid-cols-[8rem_1fr]'

type Drawing = {
  nameOf: (id: EntityId) => string
  lookOf: (id: EntityId) => Look
  hatch: string
}

function Row({ row, axis, ...drawing }: Drawing & { row: TimelineRow; axis: TimelineAxis }) {
  const height = row.lanes.length * LANE + 6
  return (
    <div className={`${GRID} items-center border-t border-rule`}>
      <span className="pr-2 text-label leading-tight font-semibold @lg:text-sm">
        {drawing.nameOf(row.state)}
      </span>
      <svg width="100%" height={height} aria-hidden="true" className="block">
        {axis.ticks.map(({ year, x }) => (
          <line key={year} x1={`${x}%`} x2={`${x}%`} y1="0" y2={height} className="stroke-rule" />
        ))}
        {row.lanes.map((bars, lane) =>
          bars.map((bar) => (
            <Bar
              key={`${bar.organisation} ${bar.x}`}
              bar={bar}
              y={lane * LANE + 3 + (LANE - BAR) / 2}
              {...drawing}
            />
          )),
        )}
      </svg>
    </div>
  )
}

/** Shorter bars have no name. The legend explains them. */
const NAMED_FROM_PERCENT = 16

function Bar({ bar, y, nameOf, lookOf, hatch }: Drawing & { bar: TimelineBar; y: number }) {
  const look = lookOf(bar.organisation)
  const observer = bar.role === 'observer'
  // Plain text is readable on a plain bar. On lines and hatching it needs an outline.
  const rim = observer || look === 'hatched'
  return (
    <svg x={`${bar.x}%`} y={y} width={`${bar.width}%`} height={BAR} aria-hidden="true">
      <BarShape look={look} observer={observer} hatch={hatch} />
      {bar.width >= NAMED_FROM_PERCENT ? (
        <text
          x="5"
          y={BAR / 2}
          dy="0.36em"
          className={classNames(
            'text-[11px] font-semibold',
            look === 'solid' && !observer ? 'fill-accent-ink' : 'fill-ink',
            rim && 'stroke-paper',
          )}
          strokeWidth={rim ? 3 : 0}
          paintOrder="stroke"
          strokeLinejoin="round"
        >
          {shortName(nameOf(bar.organisation))}
        </text>
      ) : null}
    </svg>
  )
}

type ShapeProps = { look: Look; observer: boolean; hatch: string }

/** Members fill the height of the bar. Observers have a dashed, empty bar in every organisation. */
function BarShape({ look, observer, hatch }: ShapeProps) {
  if (observer) {
    return (
      <rect
        width="100%"
        height={BAR}
        strokeDasharray="4 3"
        strokeWidth="2"
        className="fill-none stroke-accent"
      />
    )
  }
  const fill = {
    solid: { className: 'fill-accent' },
    open: { className: 'fill-accent-wash stroke-accent', strokeWidth: 1.5 },
    hatched: { fill: `url(#${hatch})`, className: 'stroke-accent' },
  }[look]
  return <rect width="100%" height={BAR} {...fill} />
}

function AxisLabels({ axis }: { axis: TimelineAxis }) {
  return (
    <div className={`${GRID} border-t border-ink`}>
      <span />
      <svg width="100%" height="20" aria-hidden="true" className="block overflow-visible">
        {axis.ticks.map(({ year, x }) => (
          <text
            key={year}
            x={`${x}%`}
            y="15"
            textAnchor={x < 3 ? 'start' : x > 97 ? 'end' : 'middle'}
            className="fill-ink-2 text-[12px] tabular-nums"
          >
            {year}
          </text>
        ))}
      </svg>
    </div>
  )
}

function Legend({
  organisations,
  nameOf,
  lookOf,
  hatch,
  observers,
}: Drawing & { organisations: readonly EntityId[]; observers: boolean }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {organisations.map((organisation) => (
        <li key={organisation} className="flex items-center gap-2">
          <svg width="26" height={BAR} aria-hidden="true">
            <BarShape look={lookOf(organisation)} observer={false} hatch={hatch} />
          </svg>
          {legendName(nameOf(organisation))}
        </li>
      ))}
      {observers ? (
        <li className="flex items-center gap-2">
          <svg width="26" height={BAR} aria-hidden="true">
            <BarShape look="open" observer hatch={hatch} />
          </svg>
          Observer
        </li>
      ) : null}
    </ul>
  )
}

const hasObservers = (rows: readonly TimelineRow[]) =>
  rows.some((row) => row.lanes.some((bars) => bars.some((bar) => bar.role === 'observer')))

/**
 * The initials of a name of three or more words, as analysts use them. Shorter names stay as they
 * are.
 */
function shortName(name: string): string {
  const words = name.split(' ')
  return words.length < 3 ? name : words.map((word) => word[0]?.toUpperCase() ?? '').join('')
}

const legendName = (name: string) =>
  shortName(name) === name ? name : `${shortName(name)}, ${name}`

type TableProps = {
  title: string
  rows: readonly TimelineRow[]
  nameOf: (id: EntityId) => string
}

function SpanTable({ title, rows, nameOf }: TableProps) {
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>State</Th>
          <Th>Organisation</Th>
          <Th>As</Th>
          <Th>From</Th>
          <Th>To</Th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) =>
          row.lanes.flat().map((bar) => (
            <tr key={`${row.state} ${bar.organisation} ${bar.from}`}>
              <RowTh>{nameOf(row.state)}</RowTh>
              <Td>{nameOf(bar.organisation)}</Td>
              <Td>{bar.role}</Td>
              <Td>{bar.from}</Td>
              <Td>{bar.to ?? 'no end reported'}</Td>
            </tr>
          )),
        )}
      </tbody>
    </Table>
  )
}
