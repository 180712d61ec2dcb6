import { useId } from 'react'
import { classNames } from '@/app/_components/class-names'
import { Link } from '@/app/_components/link'
import { Hatch } from '@/app/_figures/hatch'
import { STANDINGS, standingLook, standingWords } from '@/app/_figures/standing-look'
import { StateLabel } from '@/app/_figures/state-label'
import { type StateStanding, standingLabel } from '@/lib/course/standings'
import { asEntityId, type EntityId } from '@/lib/kernel/ids'
import type { AtlasShapes } from './atlas-shapes'

type Props = {
  label: string
  standings: readonly StateStanding[]
  selected: EntityId | null
  shapes: AtlasShapes
  /** The outline of all land outside the course's states. */
  background: string
  nameOf: (state: EntityId) => string
  cardHref: (state: EntityId) => string
  /** The same address without a card. */
  closeHref: string
}

/**
 * Serves eye and mouse only. Screen readers and the keyboard skip it, since the list has the same
 * content and links.
 */
export function StandingMap(props: Props) {
  const { standings, selected, shapes, background, closeHref } = props
  const hatch = useId()
  const standingOf = new Map(standings.map((one) => [one.state, one]))
  const front = (state: EntityId) => {
    const standing = standingOf.get(state)?.standing
    if (state === selected) return STANDINGS.length
    return standing === undefined ? -1 : STANDINGS.indexOf(standing)
  }
  const states = Object.keys(shapes)
    .map(asEntityId)
    .sort((a, b) => front(a) - front(b))
  return (
    <figure className="min-w-0">
      <svg aria-hidden="true" viewBox="0 0 720 440" className="h-auto w-full border-y border-rule">
        <defs>
          <Hatch id={hatch} />
        </defs>
        <path d={background} className="fill-sunk stroke-rule" />
        {states.map((state) => (
          <StateShape
            key={state}
            {...props}
            state={state}
            standing={standingOf.get(state)}
            hatch={hatch}
          />
        ))}
        {states.map((state) => (
          <Name key={state} {...props} state={state} isIn={standingOf.has(state)} />
        ))}
      </svg>
      <figcaption className="mt-2 text-label text-ink-2">
        {props.label}.{' '}
        {selected === null ? (
          'Choose a state on the map or in the list to see its card.'
        ) : (
          <>
            <a href="#card" className="link">
              Read the card of {props.nameOf(selected)}
            </a>{' '}
            below, or{' '}
            <Link href={closeHref} scroll={false} className="link">
              close it
            </Link>
            .
          </>
        )}
      </figcaption>
    </figure>
  )
}

type ShapeProps = Props & { state: EntityId; standing: StateStanding | undefined; hatch: string }

function StateShape({ state, standing, hatch, selected, shapes, nameOf, cardHref }: ShapeProps) {
  const look = standing
    ? standingLook(standing.standing, hatch)
    : { className: 'fill-sunk stroke-rule-2', strokeWidth: 0.6 }
  const isSelected = state === selected
  return (
    <Link href={cardHref(state)} tabIndex={-1} className="group">
      <path
        d={shapes[state]?.d}
        vectorEffect="non-scaling-stroke"
        data-state={state}
        data-standing={standing?.standing ?? 'none'}
        {...look}
        {...(isSelected ? { strokeWidth: 2.5 } : {})}
        className={classNames(
          look.className,
          isSelected && 'stroke-ink!',
          'group-hover:stroke-ink',
        )}
      >
        <title>
          {standing
            ? `${nameOf(state)}: ${standingWords[standing.standing].one.toLowerCase()}, ${standingLabel(standing)}`
            : nameOf(state)}
        </title>
      </path>
    </Link>
  )
}

function Name({ state, isIn, shapes, nameOf }: Props & { state: EntityId; isIn: boolean }) {
  const label = shapes[state]?.label ?? null
  if (label === null) return null
  return (
    <g
      textAnchor="middle"
      className={classNames(
        'pointer-events-none hidden sm:block',
        isIn ? 'text-[12.5px] font-semibold' : 'text-[11px]',
      )}
    >
      <StateLabel label={label} name={nameOf(state)} faint={!isIn} />
    </g>
  )
}
