import { useId } from 'react'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import {
  type DrawnExercise,
  type ExercisesView,
  participantWords,
} from '@/lib/course/pictures/exercises'
import { CitedLinks, FigureFrame } from './figure-frame'
import { FrameMark, frameLook } from './frame-mark'
import { Hatch } from './hatch'

type Props = { caption: string; view: ExercisesView }

/**
 * Exercises in the order of time: whose they were, who came, where, and how many on one scale. Text
 * keeps its size on a phone, since only the bars have a scale.
 */
export function ExerciseLine({ caption, view }: Props) {
  const hatch = useId()
  const { rows, frames, most } = view
  const title = `Exercises, ${rows[0]?.year} to ${rows.at(-1)?.year}`
  return (
    <FigureFrame
      caption={caption}
      sources={rows.flatMap(({ cites }) => cites)}
      table={<ExerciseTable title={title} rows={rows} />}
    >
      <svg width="0" height="0" aria-hidden="true" className="absolute">
        <defs>
          <Hatch id={hatch} />
        </defs>
      </svg>
      <FrameLegend frames={frames} rows={rows} hatch={hatch} />
      <ol aria-label={title}>
        {rows.map((row, i) => (
          <li
            key={row.id}
            className="grid grid-cols-[2.75rem_1.25rem_minmax(0,1fr)] gap-x-2 border-t border-rule py-1.5 text-sm @lg:grid-cols-[3.25rem_1.5rem_minmax(0,1fr)_minmax(15rem,40%)]"
          >
            <span className="font-semibold tabular-nums">
              {rows[i - 1]?.year === row.year ? (
                <span className="sr-only">{row.year}</span>
              ) : (
                row.year
              )}
            </span>
            <span className="pt-1">
              <FrameMark look={frameLook(frames, row.frame)} isPlan={row.isPlan} />
            </span>
            <div className="leading-snug">
              <b className="font-semibold">{row.name}</b>
              <span className="text-ink-2">
                {row.when === row.year ? '' : `, ${row.when}`}
                {row.isPlan ? ' (planned)' : ''}
              </span>
              <span className="block text-label text-ink-2">
                <span className="sr-only">{row.frame ?? 'No organisation'}. </span>
                {participantWords(row) ?? 'States not named'}
                {row.places.length === 0
                  ? ''
                  : ` · ${row.places.map(({ name }) => name).join(', ')}`}
              </span>
            </div>
            <div className="col-start-3 @lg:col-start-4">
              <SizeBar row={row} most={most} hatch={hatch} />
            </div>
          </li>
        ))}
      </ol>
    </FigureFrame>
  )
}

const BAR = 10

function SizeBar({ row, most, hatch }: { row: DrawnExercise; most: number; hatch: string }) {
  const { size } = row
  if (size === null) return <span className="text-label text-ink-2">no figure given</span>
  const width = (value: number) => `${Math.max(0.8, Math.round((value / most) * 1000) / 10)}%`
  return (
    <span className="flex items-center gap-2">
      <svg aria-hidden="true" height={BAR} className="min-w-0 flex-1">
        <rect
          width={width(size.to)}
          height={BAR}
          strokeWidth="1.5"
          className={
            size.isPlan
              ? 'stroke-accent forced-colors:stroke-[CanvasText]'
              : 'fill-accent-wash stroke-accent forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]'
          }
          {...(size.isPlan ? { fill: `url(#${hatch})`, strokeDasharray: '4 2.5' } : {})}
        />
        {size.isPlan ? null : (
          <rect
            width={width(size.from)}
            height={BAR}
            className="fill-accent forced-colors:fill-[CanvasText]"
          />
        )}
      </svg>
      <span className="w-24 shrink-0 text-label tabular-nums">
        {size.text}
        {size.isPlan ? ' planned' : ''}
      </span>
    </span>
  )
}

export function FrameLegend({
  frames,
  rows,
  hatch,
}: {
  frames: readonly string[]
  rows: readonly DrawnExercise[]
  hatch: string | null
}) {
  const hasNone = rows.some(({ frame }) => frame === null)
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-label">
      {[...frames, ...(hasNone ? [null] : [])].map((frame) => (
        <li key={frame ?? ''} className="flex items-center gap-2">
          <FrameMark look={frameLook(frames, frame)} isPlan={false} />
          {frame ?? 'No organisation'}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <FrameMark look="circle" isPlan />
        Open mark: planned, no report
      </li>
      {hatch === null ? null : (
        <li className="flex items-center gap-2">
          <svg width="26" height={BAR} aria-hidden="true">
            <rect
              width="26"
              height={BAR}
              fill={`url(#${hatch})`}
              strokeDasharray="4 2.5"
              className="stroke-accent"
            />
          </svg>
          Planned number of people
        </li>
      )}
    </ul>
  )
}

export function ExerciseTable({ title, rows }: { title: string; rows: readonly DrawnExercise[] }) {
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>Exercise</Th>
          <Th>When</Th>
          <Th>Held by</Th>
          <Th>Who</Th>
          <Th>Where</Th>
          <Th numeric>People</Th>
          <Th>Source</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <RowTh>
              {row.number}. {row.name}
            </RowTh>
            <Td>
              {row.when.includes(row.year) ? row.when : `${row.year}, ${row.when}`}
              {row.isPlan ? ' (planned)' : ''}
            </Td>
            <Td>{row.frame ?? 'no organisation'}</Td>
            <Td>{participantWords(row) ?? 'not named'}</Td>
            <Td>{row.places.map(({ name }) => name).join(', ') || 'not stated'}</Td>
            <Td numeric>
              {row.size === null
                ? 'no figure'
                : `${row.size.text}${row.size.isPlan ? ' planned' : ''}`}
            </Td>
            <Td>
              <CitedLinks cites={row.cites} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
