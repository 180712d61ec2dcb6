'use client'

import { useId } from 'react'
import type { EntityId } from '@/lib/kernel/ids'
import type { StateNames } from './state-names'
import { useRegionMap } from './use-region-map'

/** How a state is drawn: never by colour alone. */
export type StateLook = 'offered' | 'picked' | 'right' | 'missed' | 'wrong'

type Props = {
  stateNames: StateNames
  looks: ReadonlyMap<EntityId, StateLook>
  onPick?: (state: EntityId) => void
}

/** Hidden from readers and from the keyboard: the list beside it says and does the same. */
export function RegionPicture({ stateNames, looks, onPick }: Props) {
  const map = useRegionMap()
  const hatch = useId()
  // Holds its place while the outlines are on their way.
  if (map === null) return <div aria-hidden="true" className="aspect-[720/440] w-full bg-sunk" />
  const byIso = new Map([...looks.keys()].map((state) => [stateNames[state]?.isoNumeric, state]))
  const stateOf = (isoNumeric: string) => byIso.get(isoNumeric)
  const inFront = (isoNumeric: string) => (stateOf(isoNumeric) === undefined ? 0 : 1)
  const shapes = [...map.shapes].sort((a, b) => inFront(a.isoNumeric) - inFront(b.isoNumeric))
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${map.width} ${map.height}`} className="h-auto w-full">
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className="fill-sheet" />
          <path d="M0 0V6" strokeWidth="3" className="stroke-accent" />
        </pattern>
      </defs>
      {shapes.map(({ isoNumeric, d }) => {
        const state = stateOf(isoNumeric)
        const look = state === undefined ? undefined : looks.get(state)
        if (state === undefined || look === undefined) {
          return (
            <path key={`${isoNumeric}${d.slice(0, 12)}`} d={d} className="fill-sunk stroke-rule" />
          )
        }
        return (
          <path
            key={state}
            d={d}
            {...lookOf(look, hatch)}
            {...(onPick ? { onClick: () => onPick(state), cursor: 'pointer' } : {})}
          >
            <title>{stateNames[state]?.name}</title>
          </path>
        )
      })}
    </svg>
  )
}

function lookOf(look: StateLook, hatch: string) {
  switch (look) {
    case 'offered':
      return { className: 'fill-accent-wash stroke-rule-2' }
    case 'picked':
    case 'right':
      return { className: 'fill-accent stroke-paper' }
    case 'missed':
      return { fill: `url(#${hatch})`, className: 'stroke-accent' }
    case 'wrong':
      return {
        className: 'fill-sheet stroke-again',
        strokeWidth: 2.5,
        strokeDasharray: '6 4',
      }
  }
}
