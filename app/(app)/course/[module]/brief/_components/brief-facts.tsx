import { CitedLinks } from '@/app/_figures/figure-frame'
import type { BriefFact, BriefView } from '@/lib/reference/view/brief'

/** The core facts of a module in course order. */
export function BriefFacts({ facts }: Pick<BriefView, 'facts'>) {
  return (
    <section aria-labelledby="brief-facts">
      <h2 id="brief-facts" className="brief-heading">
        What to have ready
      </h2>
      <ul className="brief-list">
        {facts.map((fact) => (
          <li key={fact.id} className={fact.isPrinted ? undefined : 'brief-rest'}>
            <Statement fact={fact} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A statement with when it holds and the paragraphs that say it. */
export function Statement({ fact }: { fact: BriefFact }) {
  return (
    <>
      {fact.statement}{' '}
      <span className="brief-ground">
        {fact.when}
        {fact.isDerived ? ', derived' : ''}; <CitedLinks cites={fact.cites} />
        {fact.isPrinted ? null : (
          <span className="brief-mark">
            {fact.isDrawn
              ? ' · on paper as far as the picture shows it'
              : ' · not on the printed page'}
          </span>
        )}
      </span>
    </>
  )
}
