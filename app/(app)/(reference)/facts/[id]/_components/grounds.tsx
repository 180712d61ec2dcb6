import { CitedPlaces } from '@/app/(app)/_components/facts/cited-places'
import { dateKnownOf, dateOf } from '@/app/(app)/(reference)/_components/document-words'
import type { Source } from '@/lib/course/types'
import type { CitedPlace } from '@/lib/reference/view/fact-view'

type Props = { places: readonly CitedPlace[]; sources: readonly Source[] }

/**
 * The paragraphs that the fact rests on, by document, and how the date of each document is known.
 */
export function Grounds({ places, sources }: Props) {
  return (
    <section aria-labelledby="grounds" className="mt-10 border-t border-ink pt-4">
      <h2 id="grounds" className="text-lg">
        Source
      </h2>
      <ul className="mt-3 space-y-4">
        {sources.map((source) => (
          <li key={source.id}>
            <p>
              <CitedPlaces places={places.filter((place) => place.source === source.id)} />
            </p>
            <p className="mt-0.5 text-sm text-ink-2">
              {source.title}. {source.publisher}, {dateOf(source)} ({dateKnownOf(source)}).
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
