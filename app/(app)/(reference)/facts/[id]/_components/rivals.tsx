import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import type { FactView } from '@/lib/server/reference/fact-view'

/** What the documents say otherwise; neither side is called right. */
export function Rivals({ fact, rivals }: { fact: FactView; rivals: readonly FactView[] }) {
  if (rivals.length === 0) return null
  return (
    <section aria-labelledby="rivals" className="mt-10 border-l-2 border-hard pl-5">
      <h2 id="rivals" className="text-lg">
        {isOneDocument(fact, rivals)
          ? 'The document disagrees with itself'
          : 'The documents disagree'}
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-2">
        Against this stands the following. The course takes no side: name the source with either.
      </p>
      <ul className="space-y-5">
        {rivals.map((rival) => (
          <FactItem
            key={rival.id}
            fact={{ ...rival, contradicts: rival.contradicts.filter(({ id }) => id !== fact.id) }}
          />
        ))}
      </ul>
    </section>
  )
}

function isOneDocument(fact: FactView, rivals: readonly FactView[]): boolean {
  const sources = [fact, ...rivals].flatMap(({ places }) => places.map(({ source }) => source))
  return new Set(sources).size === 1
}
