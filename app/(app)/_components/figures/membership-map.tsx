import { useId } from 'react'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate, type PartialDate } from '@/lib/course/partial-date'
import type { MembershipChange } from '@/lib/course/types'
import type { EntityId } from '@/lib/kernel/ids'
import { FigureFrame } from './figure-frame'
import { Hatch } from './hatch'
import { REGION, regionLabel, regionShapes } from './region-geometry'
import { type Standing, type StateStanding, standingsAt } from './standing'

type Props = {
  organisation: EntityId
  organisationName: string
  date: PartialDate
  caption: string
  changes: readonly MembershipChange[]
  states: Readonly<Record<string, { name: string; isoNumeric: string }>>
}

const WORDS: Record<Standing, { one: string; many: string }> = {
  member: { one: 'Member', many: 'Members' },
  observer: { one: 'Observer', many: 'Observers' },
  former: { one: 'Former member', many: 'Former members' },
}
const ORDER: readonly Standing[] = ['member', 'observer', 'former']

/** Who belonged to an organisation at a date, derived from the facts' membership changes. */
export function MembershipMap(props: Props) {
  const { organisationName, date, caption, states } = props
  const hatch = useId()
  const standings = standingsAt(props.changes, props.organisation, date)
  const nameOf = (state: EntityId) => states[state]?.name ?? state
  const title = `Map: ${organisationName}, ${formatDate(date)}`
  return (
    <FigureFrame
      caption={caption}
      table={<StandingTable title={title} standings={standings} nameOf={nameOf} />}
    >
      <svg
        role="img"
        aria-label={`${title}. The list below says the same.`}
        viewBox={`0 0 ${REGION.width} ${REGION.height}`}
        className="h-auto w-full"
      >
        <defs>
          <Hatch id={hatch} />
        </defs>
        <Shapes standings={standings} states={states} hatch={hatch} />
        <Labels standings={standings} states={states} />
      </svg>
      <Legend standings={standings} nameOf={nameOf} />
    </FigureFrame>
  )
}

const lookOf = (standing: Standing, hatch: string) => {
  switch (standing) {
    case 'member':
      return { className: 'fill-[color-mix(in_srgb,var(--accent)_45%,var(--paper))] stroke-accent' }
    case 'observer':
      return { className: 'stroke-accent', fill: `url(#${hatch})` }
    case 'former':
      return { className: 'fill-sheet stroke-accent', strokeWidth: 1.6, strokeDasharray: '4 2.5' }
  }
}

type Named = Pick<Props, 'states'> & { standings: readonly StateStanding[] }

function Shapes({ standings, states, hatch }: Named & { hatch: string }) {
  const standingOf = new Map(standings.map((s) => [states[s.state]?.isoNumeric, s.standing]))
  const others = regionShapes.filter((shape) => !standingOf.has(shape.isoNumeric))
  return (
    <>
      <path d={others.map((shape) => shape.d).join('')} className="fill-sunk stroke-rule" />
      {/* Former members last, so that no neighbour covers their dashed outline. */}
      {ORDER.flatMap((standing) =>
        regionShapes
          .filter((shape) => standingOf.get(shape.isoNumeric) === standing)
          .map((shape) => (
            <path
              key={shape.isoNumeric}
              d={shape.d}
              vectorEffect="non-scaling-stroke"
              {...lookOf(standing, hatch)}
            />
          )),
      )}
    </>
  )
}

function Labels({ standings, states }: Named) {
  return (
    <g className="hidden text-[12.5px] font-semibold sm:block" textAnchor="middle">
      {standings.map(({ state }) => {
        const known = states[state]
        const label = known === undefined ? null : regionLabel(known.isoNumeric)
        if (known === undefined || label === null) return null
        const [x, y] = label.at
        return (
          <g key={state}>
            {label.pointsTo === null ? null : (
              <path
                d={`M${x} ${y}L${label.pointsTo[0]} ${label.pointsTo[1]}`}
                className="stroke-ink"
                strokeWidth="0.8"
              />
            )}
            <text
              x={x}
              y={y}
              dy="0.35em"
              paintOrder="stroke"
              strokeWidth="3"
              strokeOpacity="0.7"
              strokeLinejoin="round"
              className="fill-ink stroke-paper"
            >
              {known.name}
            </text>
          </g>
        )
      })}
    </g>
  )
}

type WithNames = { standings: readonly StateStanding[]; nameOf: (state: EntityId) => string }

function Legend({ standings, nameOf }: WithNames) {
  const hatch = useId()
  return (
    <dl className="mt-3 grid gap-x-3 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
      {ORDER.map((standing) => {
        const states = standings.filter((s) => s.standing === standing)
        if (states.length === 0) return null
        return (
          <div key={standing} className="contents">
            <dt className="flex items-center gap-2 font-semibold">
              <svg width="22" height="14" aria-hidden="true">
                <Hatch id={`${hatch}-${standing}`} />
                <rect
                  x="1"
                  y="1"
                  width="20"
                  height="12"
                  {...lookOf(standing, `${hatch}-${standing}`)}
                />
              </svg>
              {WORDS[standing].many} ({states.length})
            </dt>
            <dd className="mb-1.5 text-ink-2 sm:mb-0">
              {states.map((s) => nameOf(s.state)).join(', ')}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function StandingTable({ title, standings, nameOf }: WithNames & { title: string }) {
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>State</Th>
          <Th>Standing</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {standings.map(({ state, standing, when }) => (
          <tr key={state}>
            <RowTh>{nameOf(state)}</RowTh>
            <Td>{WORDS[standing].one}</Td>
            <Td>{when}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
