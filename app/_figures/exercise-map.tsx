import type { DrawnExercise, ExercisesView } from '@/lib/course/pictures/exercises'
import { ExerciseTable, FrameLegend } from './exercise-line'
import { FigureFrame } from './figure-frame'
import { FrameMark, frameLook } from './frame-mark'
import { type MapMark, MarkedMap } from './marked-map'

type Props = { caption: string; view: ExercisesView }

/** Where exercises were held. The numbers follow the order of time. */
export function ExerciseMap({ caption, view }: Props) {
  const { rows, frames } = view
  const placed = rows.filter(({ places }) => places.length > 0)
  const title = 'Exercises on the map'
  return (
    <FigureFrame
      caption={caption}
      sources={placed.flatMap(({ cites }) => cites)}
      table={<ExerciseTable title={title} rows={rows} />}
    >
      <FrameLegend frames={frames} rows={rows} hatch={null} />
      <MarkedMap label={title} lines={[]} marks={marksOf(placed)} />
      <ol className="mt-3 grid gap-x-6 gap-y-1 text-label @lg:grid-cols-2">
        {placed.map((row) => (
          <li key={row.id} className="flex items-baseline gap-2">
            <span className="w-5 shrink-0 text-right font-semibold tabular-nums">{row.number}</span>
            <span className="shrink-0 translate-y-0.5">
              <FrameMark look={frameLook(frames, row.frame)} isPlan={row.isPlan} />
            </span>
            <span>
              {row.name.includes(row.year) ? row.name : `${row.name} (${row.year})`}:{' '}
              <span className="text-ink-2">{row.places.map(({ name }) => name).join(', ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </FigureFrame>
  )
}

/** One mark for each place, with the numbers of all exercises held there. */
function marksOf(rows: readonly DrawnExercise[]): readonly MapMark[] {
  const at = new Map<
    string,
    { at: readonly [number, number]; numbers: number[]; planned: boolean }
  >()
  for (const { places, number, isPlan } of rows) {
    for (const place of places) {
      const own = at.get(place.name) ?? { at: place.at, numbers: [], planned: true }
      own.numbers.push(number)
      own.planned = own.planned && isPlan
      at.set(place.name, own)
    }
  }
  return [...at].map(([name, { at: point, numbers, planned }]) => ({
    key: name,
    at: point,
    size: Math.max(1, (1 + numbers.join(' ').length) / 3),
    mark: <NumberMark planned={planned}>{numbers.join(' ')}</NumberMark>,
  }))
}

/** A number in a box. A dashed box is planned, and a light one is no longer there. */
export function NumberMark({ planned, children }: { planned: boolean; children: string }) {
  return (
    <span
      className={`block min-w-5 rounded-full border px-1.5 text-center text-label leading-4.5 font-semibold whitespace-nowrap tabular-nums ${
        planned
          ? 'border-dashed border-ink bg-paper text-ink'
          : 'border-accent bg-accent text-accent-ink'
      }`}
    >
      {children}
    </span>
  )
}
