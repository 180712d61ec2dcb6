import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import type { FactView } from '@/lib/reference/view/fact-view'
import { CitedPlaces } from './cited-places'
import { FactMarks } from './fact-marks'

type Props = {
  fact: FactView
  /**
   * Text before the places, such as "also" in the list of a paragraph that is itself one of them.
   */
  placesAre?: string
}

/** One fact in a list: its statement, kind, date and source. */
export function FactItem({ fact, placesAre }: Props) {
  return (
    <li>
      <p className="font-serif leading-7">
        <Link href={`/facts/${fact.id}`} className="text-ink no-underline hover:underline">
          {fact.statement}
        </Link>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-label text-ink-2">
        {fact.withdrawn === null ? null : <Tag tone="again">Withdrawn</Tag>}
        <FactMarks kind={fact.kind} confidence={fact.confidence} />
        <span>{fact.when}</span>
        {fact.places.length > 0 ? (
          <span>
            {placesAre === undefined ? null : `${placesAre} `}
            <CitedPlaces places={fact.places} />
          </span>
        ) : null}
      </p>
      {fact.contradicts.map((other) => (
        <p key={other.id} className="mt-2 border-l-2 border-hard pl-3 text-sm">
          <span className="font-semibold text-hard">Contradicts</span>{' '}
          <CitedPlaces places={other.places} />: {other.statement}
        </p>
      ))}
    </li>
  )
}
