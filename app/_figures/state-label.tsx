import { classNames } from '@/app/_components/class-names'
import type { RegionLabel } from './region-geometry'

type Props = {
  label: RegionLabel
  name: string
  /** Not one of those that the map is about. */
  faint?: boolean
}

/** The name of a state on a map, with a line to it where it stands beside. Its size is that of the group. */
export function StateLabel({ label, name, faint = false }: Props) {
  const [x, y] = label.at
  return (
    <>
      {label.pointsTo === null ? null : (
        <path
          d={`M${x} ${y}L${label.pointsTo[0]} ${label.pointsTo[1]}`}
          className={faint ? 'stroke-ink-2' : 'stroke-ink'}
          strokeWidth={faint ? 0.5 : 0.8}
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
        className={classNames('stroke-paper', faint ? 'fill-ink-2' : 'fill-ink')}
      >
        {name}
      </text>
    </>
  )
}
