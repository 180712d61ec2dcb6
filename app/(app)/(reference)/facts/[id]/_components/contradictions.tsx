import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import type { FactView } from '@/lib/reference/view/fact-view'

/** The facts that contradict this one. The page does not say which side is right. */
export function Contradictions({
  fact,
  contradictions,
}: {
  fact: FactView
  contradictions: readonly FactView[]
}) {
  if (contradictions.length === 0) return null
  return (
    <section aria-labelledby="contradictions" className="mt-10 border-l-2 border-hard pl-5">
      <h2 id="contradictions" className="text-lg">
        {isOneDocument(fact, contradictions)
          ? 'The document disagrees with itself'
          : 'The documents disagree'}
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-2">
        The following contradicts this fact. The course takes no side, so name your source when you
        use either.
      </p>
      <ul className="space-y-5">
        {contradictions.map((contradiction) => (
          <FactItem
            key={contradiction.id}
            fact={{
              ...contradiction,
              contradicts: contradiction.contradicts.filter(({ id }) => id !== fact.id),
            }}
          />
        ))}
      </ul>
    </section>
  )
}

function isOneDocument(fact: FactView, contradictions: readonly FactView[]): boolean {
  const sources = [fact, ...contradictions].flatMap(({ places }) =>
    places.map(({ source }) => source),
  )
  return new Set(sources).size === 1
}
