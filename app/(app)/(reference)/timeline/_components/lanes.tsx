import { Link } from '@/app/_components/link'
import { TIMELINE_LANES } from '@/lib/reference/timeline'
import { clusterLabel } from '@/lib/reference/timeline-layout'
import { timelineHref } from '@/lib/reference/timeline-query'
import { type YearWindow, yearsIn } from '@/lib/reference/timeline-window'
import type { TimelineView } from '@/lib/reference/view/timeline'
import { Cluster } from './cluster'
import { laneNote, laneTitle } from './lane-words'

/** The width of a letter, with a margin, at the narrowest page that shows the chart. */
const PERCENT_PER_LETTER = 0.95

const GRID = 'grid grid-cols-[10rem_minmax(0,1fr)] gap-x-4'

/**
 * The chart, on screens that are wide enough. The list below has the same content for everybody.
 */
export function Lanes({ view }: { view: TimelineView }) {
  const { lanes, place } = view
  return (
    <section aria-label="Timeline chart" className="mb-12 max-lg:hidden">
      {TIMELINE_LANES.map((lane) => {
        const clusters = lanes.find((one) => one.lane === lane)?.clusters ?? []
        const note = laneNote[lane]
        return (
          <div key={lane} className={`${GRID} border-t border-rule`}>
            <div className="py-3">
              <h2 className="font-sans text-sm font-semibold">{laneTitle[lane]}</h2>
              {note === null ? null : <p className="text-label text-ink-2">{note}</p>}
            </div>
            <div className="relative min-h-16">
              <Gridlines view={view} />
              <ul>
                {clusters.map((cluster, at) => (
                  <li key={cluster.marks[0]?.fact}>
                    <Cluster
                      lane={lane}
                      cluster={cluster}
                      label={clusterLabel(cluster, clusters[at + 1]?.x ?? 100, PERCENT_PER_LETTER)}
                      place={place}
                      statements={view.statements}
                    />
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )
      })}
      <Axis view={view} />
    </section>
  )
}

function Gridlines({ view: { place } }: { view: TimelineView }) {
  return labelled(place.window).map(({ year, x }) => (
    <span
      key={year}
      aria-hidden="true"
      className="absolute inset-y-0 w-px bg-rule"
      style={{ left: `${x}%` }}
    />
  ))
}

/**
 * Every year is a link to itself. Where they are too close, only every second or fifth is shown.
 */
function Axis({ view: { place } }: { view: TimelineView }) {
  return (
    <div className={`${GRID} border-t border-ink`}>
      <span />
      <ol aria-label="Years" className="relative h-9">
        {labelled(place.window).map(({ year, x }) => (
          <li key={year} className="absolute" style={{ left: `${x}%` }}>
            <Link
              href={timelineHref({ ...place, window: { from: year, to: year } })}
              scroll={false}
              className="inline-flex min-h-8 items-center pl-1 text-label text-ink-2 tabular-nums no-underline hover:text-ink hover:underline"
            >
              {year}
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}

function labelled(window: YearWindow) {
  const years = yearsIn(window)
  const every = years > 30 ? 5 : years > 15 ? 2 : 1
  return Array.from({ length: years }, (_, i) => ({
    year: window.from + i,
    x: Math.round((i * 1000) / years) / 10,
  })).filter(({ year }) => year % every === 0)
}
