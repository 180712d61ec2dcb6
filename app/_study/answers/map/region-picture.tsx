'use client'

import { useId } from 'react'
import type { EntityId } from '@/lib/kernel/ids'
import type { AskedState } from '@/lib/kinds/map/types'
import { useRegionMap } from './use-region-map'

/** How a state is drawn: never by colour alone. */
export type StateLook = 'offered' | 'picked' | 'right' | 'missed' | 'wrong'

type Props = {
  /** States that are offered; the others are only drawn. */
  states: readonly AskedState[]
  lookOf: (state: EntityId) => StateLook
  onPick?: (state: EntityId) => void
}

/** Hidden from readers and from the keyboard: the list beside it says and does the same. */
export function RegionPicture({ states, lookOf, onPick }: Props) {
  const map = useRegionMap()
  const hatch = useId()
  // Holds its place while the outlines are on their way.
  if (map === null) return <div aria-hidden="true" className="aspect-[720/440] w-full bg-sunk" />
  const byIso = new Map(states.map((state) => [state.isoNumeric, state]))
  const inFront = (isoNumeric: string) => (byIso.has(isoNumeric) ? 1 : 0)
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
        const state = byIso.get(isoNumeric)
        if (state === undefined) {
          return (
            <path key={`${isoNumeric}${d.slice(0, 12)}`} d={d} className="fill-sunk stroke-rule" />
          )
        }
        return (
          <path
            key={state.id}
            d={d}
            {...drawn(lookOf(state.id), hatch)}
            {...(onPick ? { onClick: () => onPick(state.id), cursor: 'pointer' } : {})}
          >
            <title>{state.name}</title>
          </path>
        )
      })}
    </svg>
  )
}

function drawn(look: StateLook, hatch: string) {
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
