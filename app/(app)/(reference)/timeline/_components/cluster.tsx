import { useId } from 'react'
import { classNames } from '@/app/_components/class-names'
import { Link } from '@/app/_components/link'
import { formatDate } from '@/lib/course/partial-date'
import type { FactId } from '@/lib/kernel/ids'
import type { TimelineLane } from '@/lib/reference/timeline'
import { type MarkCluster, yearsOfCluster } from '@/lib/reference/timeline-layout'
import { type TimelinePlace, timelineHref } from '@/lib/reference/timeline-query'
import { laneTitle } from './lane-words'

type Props = {
  lane: TimelineLane
  cluster: MarkCluster
  label: string | null
  place: TimelinePlace
  statements: Readonly<Record<FactId, string>>
}

/** With more facts than this, the mark links to the list of their years instead. */
const IN_POPOVER = 14

/** A single mark links to its fact. Several open a list of their facts. */
export function Cluster(props: Props) {
  const { lane, cluster, label } = props
  return (
    <>
      {cluster.width > 1 ? (
        <span
          aria-hidden="true"
          className={classNames(
            'absolute top-8 border-t-2',
            isWord(lane) ? 'border-dashed border-rule-2' : 'border-accent',
          )}
          style={{ left: `${cluster.x}%`, width: `${cluster.width}%` }}
        />
      ) : null}
      <span
        className="absolute top-8 flex -translate-y-1/2 items-center gap-1.5"
        style={cluster.x > 97 ? { right: 0 } : { left: `${cluster.x}%` }}
      >
        <Mark {...props} />
        {label === null ? null : (
          <span
            aria-hidden="true"
            className="bg-paper px-1 text-label whitespace-nowrap text-ink-2"
          >
            {label}
          </span>
        )}
      </span>
    </>
  )
}

const isWord = (lane: TimelineLane) => lane === 'forecasts' || lane === 'statements'

function lookOf(lane: TimelineLane): string {
  switch (lane) {
    case 'memberships':
    case 'exercises':
    case 'events':
      return 'border-accent bg-accent text-accent-ink hover:border-ink'
    case 'forecasts':
      return 'border-dashed border-hard bg-paper text-hard hover:border-solid'
    case 'statements':
      return 'border-rule-2 bg-paper text-ink hover:border-ink'
  }
}

function Mark({ lane, cluster, place, statements }: Props) {
  const { marks } = cluster
  const id = useId()
  const look = classNames(
    'inline-flex h-6 min-w-6 cursor-pointer items-center justify-center rounded-full border-2 px-1 text-label leading-none font-semibold tabular-nums no-underline',
    lookOf(lane),
  )
  const [first, second] = marks
  if (first === undefined) return null
  if (second === undefined) {
    const said = `${formatDate(first.from)}: ${statements[first.fact] ?? ''}`
    return <Link href={`/facts/${first.fact}`} className={look} title={said} aria-label={said} />
  }
  const name = `${marks.length} facts from ${datesOf(marks)}: ${laneTitle[lane]}`
  if (marks.length > IN_POPOVER) {
    const window = yearsOfCluster(cluster)
    const href = timelineHref({ ...place, window })
    return (
      <Link href={`${href}#y${window.from}`} className={look} title={name} aria-label={name}>
        {marks.length}
      </Link>
    )
  }
  return (
    <>
      <button type="button" popoverTarget={id} className={look} title={name} aria-label={name}>
        {marks.length}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name}
        className="m-auto max-h-[80dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto border border-rule-2 bg-paper p-6 text-ink backdrop:bg-black/50"
      >
        <h3 className="text-lg">{laneTitle[lane]}</h3>
        <ul className="mt-3 divide-y divide-rule">
          {marks.map(({ fact, from }) => (
            <li key={fact} className="py-2.5">
              <p className="text-label text-ink-2">{formatDate(from)}</p>
              <Link href={`/facts/${fact}`} className="font-serif text-ink hover:underline">
                {statements[fact]}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

/** The dates of the first and the last mark: `June 2012`, `2012 to February 2013`. */
function datesOf(marks: MarkCluster['marks']): string {
  const dates = [marks[0], marks.at(-1)].flatMap((mark) => (mark ? [formatDate(mark.from)] : []))
  return [...new Set(dates)].join(' to ')
}
