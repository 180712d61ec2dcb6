import type { ReactNode } from 'react'
import { LABEL_PLACES } from './label-places'
import { REGION, widePoint, wideShapes } from './region-geometry'
import { spreadApart } from './spread-apart'

/** Something on the map. Marks are HTML over the drawing, so that their text keeps its size on a phone. */
export type MapMark = {
  readonly key: string
  readonly at: readonly [number, number]
  /** How wide the mark is: 1 for one number. */
  readonly size: number
  readonly mark: ReactNode
}

/** A line between places, such as a pipeline. */
type MapLine = {
  readonly key: string
  readonly points: readonly (readonly [number, number])[]
  readonly isFaint: boolean
}

type Props = {
  label: string
  marks: readonly MapMark[]
  lines: readonly MapLine[]
}

/** How far apart marks are kept, in percent of the width: 24 pixels on a phone of 360. */
const APART = 7.4

const HEIGHT = (REGION.height / REGION.width) * 100

/** The region with marks at places. What a mark means stands in the list below the map. */
export function MarkedMap({ label, marks, lines }: Props) {
  const spots = marks.map(({ at, size }) => {
    const [x, y] = widePoint(at)
    return { x: (x / REGION.width) * 100, y: (y / REGION.width) * 100, size }
  })
  const places = spreadApart(spots, APART, { width: 100, height: HEIGHT })
  const units = (value: number) => Math.round((value / 100) * REGION.width)
  return (
    <div
      role="img"
      aria-label={`${label}. The list below has the same content.`}
      className="relative"
    >
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${REGION.width} ${REGION.height}`}
        className="h-auto w-full border-y border-rule"
      >
        <path
          d={wideShapes.map(({ d }) => d).join('')}
          className="fill-sunk stroke-rule-2 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
          strokeWidth="0.7"
        />
        <StateNames />
        {lines.map(({ key, points, isFaint }) => (
          <path
            key={key}
            d={`M${points.map((at) => widePoint(at).join(' ')).join('L')}`}
            className="fill-none stroke-accent forced-colors:stroke-[CanvasText]"
            strokeWidth={isFaint ? 2 : 4}
            strokeDasharray={isFaint ? '3 5' : undefined}
          />
        ))}
        {places.map((to, i) => {
          const from = spots[i]
          const key = marks[i]?.key
          if (from === undefined || key === undefined) return null
          return (
            <g key={key}>
              <path
                d={`M${units(from.x)} ${units(from.y)}L${units(to.x)} ${units(to.y)}`}
                className="stroke-ink forced-colors:stroke-[CanvasText]"
                strokeWidth="1"
              />
              <circle
                cx={units(from.x)}
                cy={units(from.y)}
                r="2.5"
                className="fill-ink forced-colors:fill-[CanvasText]"
              />
            </g>
          )
        })}
      </svg>
      {places.map(({ x, y }, i) => (
        <span
          key={marks[i]?.key}
          aria-hidden="true"
          className="absolute -translate-x-1/2 -translate-y-1/2"
          style={{ left: `${x}%`, top: `${(y / HEIGHT) * 100}%` }}
        >
          {marks[i]?.mark}
        </span>
      ))}
    </div>
  )
}

/** The large states, whose names guide the eye. */
const NAMES: Readonly<Record<string, string>> = {
  '643': 'Russia',
  '156': 'China',
  '398': 'Kazakhstan',
  '860': 'Uzbekistan',
  '795': 'Turkmenistan',
  '004': 'Afghanistan',
  '496': 'Mongolia',
}

/** Hidden on a phone, where they would be too small. */
function StateNames() {
  return (
    <g className="hidden text-[12px] @lg:block" textAnchor="middle">
      {Object.entries(NAMES).map(([iso, name]) => {
        const place = LABEL_PLACES[iso]
        if (place === undefined) return null
        const [x, y] = widePoint(place.at)
        return (
          <text
            key={iso}
            x={x}
            y={y}
            dy="0.35em"
            className="fill-ink-2 forced-colors:fill-[CanvasText]"
          >
            {name}
          </text>
        )
      })}
    </g>
  )
}
