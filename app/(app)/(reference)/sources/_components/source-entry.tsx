import { Link } from '@/app/_components/link'
import { Meter } from '@/app/_components/meter'
import { Tag } from '@/app/_components/tag'
import { authorOf, dateKnownOf, dateOf } from '@/app/(app)/(reference)/_components/document-words'
import type { CoverageCounts } from '@/lib/course/coverage'
import type { Source } from '@/lib/course/types'
import { count } from '@/lib/kernel/count'

type Props = { source: Source; coverage: CoverageCounts }

/** One document, described as in a bibliography, and how much of it the course covers. */
export function SourceEntry({ source, coverage }: Props) {
  return (
    <li className="grid gap-x-14 gap-y-6 border-t border-ink py-7 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <h2 className="text-xl wrap-break-word">
          <Link
            href={`/sources/${source.id}`}
            className="underline decoration-rule-2 decoration-1 underline-offset-4 hover:decoration-current"
          >
            {source.title}
          </Link>
        </h2>
        {source.withdrawn ? (
          <p className="mt-2">
            <Tag tone="again">Withdrawn</Tag>
          </p>
        ) : null}
        <p className="mt-2 text-sm text-ink-2">
          {authorOf(source)} · {source.publisher}
        </p>
        <p className="mt-4 max-w-measure font-serif">{source.reliability}</p>
        <p className="mt-3 max-w-measure text-sm text-ink-2">
          <span className="font-semibold text-ink">{upperFirst(dateOf(source))}</span>,{' '}
          {dateKnownOf(source)}. {source.dateNote}
        </p>
      </div>
      <CoverageFigures title={source.title} coverage={coverage} />
    </li>
  )
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function CoverageFigures({ title, coverage }: { title: string; coverage: CoverageCounts }) {
  const { paragraphs, taught, tested, leftOut, open } = coverage
  return (
    <div className="lg:border-l lg:border-rule lg:pl-6">
      <p className="mb-1.5 flex items-baseline justify-between gap-4 text-sm">
        <span className="text-ink-2">Taught</span>
        <span className="font-semibold tabular-nums">
          {taught} of {count(paragraphs, 'paragraph')}
        </span>
      </p>
      <Meter share={taught / paragraphs} label={`${title}: paragraphs taught`} />
      <dl className="mt-2.5 text-sm">
        <Count name="Tested" value={tested} />
        <Count name="Left out, with a reason" value={leftOut} />
        <Count name="Not yet covered" value={open} />
      </dl>
    </div>
  )
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-0.5">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
    </div>
  )
}
