import { useId } from 'react'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate, type PartialDate } from '@/lib/course/partial-date'
import { type StateStanding, standingLabel, standingsAt } from '@/lib/course/standings'
import type { MembershipChange } from '@/lib/course/types'
import type { EntityId } from '@/lib/kernel/ids'
import { FigureFrame } from './figure-frame'
import { Hatch } from './hatch'
import { REGION, regionLabel, regionShapes } from './region-geometry'
import { STANDINGS, StandingSwatch, standingLook, standingWords } from './standing-look'
import { StateLabel } from './state-label'

type Props = {
  organisation: EntityId
  organisationName: string
  date: PartialDate
  caption: string
  changes: readonly MembershipChange[]
  states: Readonly<Record<string, { name: string; isoNumeric: string }>>
}

/**
 * Shows which states belonged to an organisation at a date, derived from the membership changes in
 * the facts.
 */
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
        aria-label={`${title}. The list below has the same content.`}
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

type Named = Pick<Props, 'states'> & { standings: readonly StateStanding[] }

function Shapes({ standings, states, hatch }: Named & { hatch: string }) {
  const standingOf = new Map(standings.map((s) => [states[s.state]?.isoNumeric, s.standing]))
  const others = regionShapes.filter((shape) => !standingOf.has(shape.isoNumeric))
  return (
    <>
      <path d={others.map((shape) => shape.d).join('')} className="fill-sunk stroke-rule" />
      {/* Former members are drawn last, so that no neighbour covers their dashed outline. */}
      {STANDINGS.flatMap((standing) =>
        regionShapes
          .filter((shape) => standingOf.get(shape.isoNumeric) === standing)
          .map((shape) => (
            <path
              key={shape.isoNumeric}
              d={shape.d}
              vectorEffect="non-scaling-stroke"
              {...standingLook(standing, hatch)}
            />
          )),
      )}
    </>
  )
}

function Labels({ standings, states }: Named) {
  return (
    <g className="hidden text-[12.5px] font-semibold @lg:block" textAnchor="middle">
      {standings.map(({ state }) => {
        const known = states[state]
        const label = known === undefined ? null : regionLabel(known.isoNumeric)
        if (known === undefined || label === null) return null
        return <StateLabel key={state} label={label} name={known.name} />
      })}
    </g>
  )
}

type WithNames = { standings: readonly StateStanding[]; nameOf: (state: EntityId) => string }

function Legend({ standings, nameOf }: WithNames) {
  return (
    <dl className="mt-3 grid gap-x-3 gap-y-1.5 text-sm @lg:grid-cols-[auto_1fr]">
      {STANDINGS.map((standing) => {
        const states = standings.filter((s) => s.standing === standing)
        if (states.length === 0) return null
        return (
          <div key={standing} className="contents">
            <dt className="flex items-center gap-2 font-semibold">
              <StandingSwatch standing={standing} />
              {standingWords[standing].many} ({states.length})
            </dt>
            <dd className="mb-1.5 text-ink-2 @lg:mb-0">
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
        {standings.map((one) => (
          <tr key={one.state}>
            <RowTh>{nameOf(one.state)}</RowTh>
            <Td>{standingWords[one.standing].one}</Td>
            <Td>{standingLabel(one)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
