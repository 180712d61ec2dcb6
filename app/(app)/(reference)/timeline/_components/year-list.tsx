import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import { count } from '@/lib/kernel/count'
import { TIMELINE_LANES } from '@/lib/reference/timeline'
import { timelineHref } from '@/lib/reference/timeline-query'
import { yearsIn } from '@/lib/reference/timeline-window'
import type { TimelineView } from '@/lib/reference/view/timeline'
import { laneTitle } from './lane-words'

type Year = TimelineView['years'][number]

/** With more facts than this, only the years are listed, each with a link to its facts. */
const READABLE = 120

/** The content of the chart in words, by the year in which a fact begins. */
export function YearList({ view }: { view: TimelineView }) {
  const { years, place, shown } = view
  if (shown === 0) {
    return <EmptyState>No facts in these years match your choice.</EmptyState>
  }
  const isReadable = shown <= READABLE || yearsIn(place.window) === 1
  return (
    <section aria-label="Facts by year">
      {years.map((year) =>
        isReadable ? (
          <YearInFull key={year.year} year={year} />
        ) : (
          <YearInShort
            key={year.year}
            year={year}
            href={timelineHref({ ...place, window: { from: year.year, to: year.year } })}
          />
        ),
      )}
    </section>
  )
}

function YearInFull({ year: { year, marks } }: { year: Year }) {
  return (
    <section
      id={`y${year}`}
      aria-labelledby={`h${year}`}
      className="grid scroll-mt-4 gap-x-8 border-t border-ink pt-4 pb-10 sm:grid-cols-[7rem_minmax(0,1fr)]"
    >
      <h2 id={`h${year}`} className="mb-3 text-xl tabular-nums sm:sticky sm:top-4 sm:self-start">
        {year}
      </h2>
      <ul className="max-w-measure space-y-5">
        {marks.map(({ fact, view }) => (
          <FactItem key={fact} fact={view} />
        ))}
      </ul>
    </section>
  )
}

function YearInShort({ year: { year, marks }, href }: { year: Year; href: string }) {
  const lanes = TIMELINE_LANES.map((lane) => ({
    lane,
    own: marks.filter((mark) => mark.lane === lane).length,
  })).filter(({ own }) => own > 0)
  return (
    <section
      id={`y${year}`}
      aria-labelledby={`h${year}`}
      className="grid items-baseline gap-x-8 border-t border-rule py-2.5 sm:grid-cols-[7rem_minmax(0,1fr)]"
    >
      <h2 id={`h${year}`} className="text-lg tabular-nums">
        <Link href={href} className="link">
          {year}
        </Link>
      </h2>
      <p className="text-sm text-ink-2">
        {count(marks.length, 'fact')}:{' '}
        {lanes.map(({ lane, own }, at) => (
          <span key={lane}>
            {at > 0 ? ', ' : ''}
            {laneTitle[lane].toLowerCase()} {own}
          </span>
        ))}
      </p>
    </section>
  )
}
