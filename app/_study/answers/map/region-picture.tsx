'use client'

import { useId, useMemo } from 'react'
import type { EntityId } from '@/lib/kernel/ids'
import type { AskedState } from '@/lib/kinds/map/types'
import { type Box, boxOf, frameAround, isSmall, middleOf, targetRadius } from './region-frame'
import type { RegionMap } from './region-map'
import { useRegionMap } from './use-region-map'

/** How a state is drawn: never by colour alone. */
export type StateLook = 'offered' | 'picked' | 'right' | 'missed' | 'wrong'

type Props = {
  /** States that are offered; the others are only drawn. */
  states: readonly AskedState[]
  lookOf: (state: EntityId) => StateLook
  onPick?: (state: EntityId) => void
}

/**
 * The part of the map in which the offered states lie. Hidden from readers and from the keyboard: the
 * list beside it says and does the same.
 */
export function RegionPicture({ states, lookOf, onPick }: Props) {
  const map = useRegionMap()
  const hatch = useId()
  const cross = useId()
  const placed = useMemo(() => (map === null ? null : placedOn(map, states)), [map, states])
  // Holds its place while the outlines are on their way.
  if (map === null || placed === null) {
    return <div aria-hidden="true" className="aspect-[720/440] w-full bg-sunk" />
  }
  const { frame, offered, others } = placed
  const radius = targetRadius(frame)
  const pick = (id: EntityId) =>
    onPick ? { onClick: () => onPick(id), cursor: 'pointer', 'data-pick': id } : {}
  return (
    <svg
      aria-hidden="true"
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      className="h-auto w-full"
    >
      <defs>
        <Lines id={hatch} scale={frame.width / map.width} look="missed" />
        <Lines id={cross} scale={frame.width / map.width} look="wrong" />
      </defs>
      {others.map((d) => (
        <path
          key={d.slice(0, 24)}
          d={d}
          className="fill-sunk stroke-rule"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {offered.map(({ state, d }) => (
        <path
          key={state.id}
          d={d}
          vectorEffect="non-scaling-stroke"
          {...drawn(lookOf(state.id), { hatch, cross })}
          {...pick(state.id)}
        >
          <title>{state.name}</title>
        </path>
      ))}
      {offered.map(({ state, box }) =>
        box !== null && isSmall(box, frame) ? (
          <circle
            key={state.id}
            cx={middleOf(box).x}
            cy={middleOf(box).y}
            r={radius}
            vectorEffect="non-scaling-stroke"
            className="fill-transparent stroke-ink-2"
            strokeDasharray="2 3"
            {...pick(state.id)}
          >
            <title>{state.name}</title>
          </circle>
        ) : null,
      )}
      {offered.map(({ state, box }) => {
        const mark = MARKS[lookOf(state.id)]
        if (box === null || mark === null) return null
        const { x, y } = middleOf(box)
        return (
          <text
            key={state.id}
            x={x}
            y={y}
            textAnchor="middle"
            dominantBaseline="central"
            fontSize={frame.width / 42}
            strokeWidth={frame.width / 150}
            paintOrder="stroke"
            pointerEvents="none"
            className="fill-ink stroke-sheet font-sans font-semibold"
          >
            {mark}
            {state.name}
          </text>
        )
      })}
    </svg>
  )
}

/** What stands before the name of a state on the map; null where no name stands. */
const MARKS: Readonly<Record<StateLook, string | null>> = {
  offered: null,
  picked: '',
  right: '✓ ',
  missed: '○ ',
  wrong: '✗ ',
}

type Offered = { readonly state: AskedState; readonly d: string; readonly box: Box | null }

/** The smallest of them are drawn last, so that nothing lies over them. */
function placedOn(map: RegionMap, states: readonly AskedState[]) {
  const byIso = new Map(states.map((state) => [state.isoNumeric, state]))
  const offered: Offered[] = []
  const others: string[] = []
  for (const { isoNumeric, d } of map.shapes) {
    const state = byIso.get(isoNumeric)
    if (state === undefined) others.push(d)
    else offered.push({ state, d, box: boxOf(d, map) })
  }
  const area = ({ box }: Offered) => (box === null ? 0 : box.width * box.height)
  offered.sort((a, b) => area(b) - area(a))
  return {
    frame: frameAround(
      offered.flatMap(({ box }) => box ?? []),
      map,
    ),
    offered,
    others,
  }
}

/** Slanted lines for what was missed, and crossed ones for what was wrong. */
function Lines({ id, scale, look }: { id: string; scale: number; look: 'missed' | 'wrong' }) {
  const isWrong = look === 'wrong'
  return (
    <pattern
      id={id}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(45) scale(${scale})`}
    >
      <rect width="8" height="8" className="fill-sheet" />
      <path
        d={isWrong ? 'M0 0V8M0 0H8' : 'M0 0V8'}
        strokeWidth={isWrong ? 2 : 4}
        className={isWrong ? 'stroke-again' : 'stroke-accent'}
      />
    </pattern>
  )
}

function drawn(look: StateLook, { hatch, cross }: { hatch: string; cross: string }) {
  switch (look) {
    case 'offered':
      return { className: 'fill-accent-wash stroke-ink-2' }
    case 'picked':
    case 'right':
      return { className: 'fill-accent stroke-paper' }
    case 'missed':
      return { fill: `url(#${hatch})`, className: 'stroke-accent' }
    case 'wrong':
      return {
        fill: `url(#${cross})`,
        className: 'stroke-again',
        strokeWidth: 2.5,
        strokeDasharray: '6 4',
      }
  }
}
