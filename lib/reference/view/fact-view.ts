import { citationLabel } from '../../course/citation-label'
import { factTimeLabel } from '../../course/fact-time-label'
import type { LookUp } from '../../course/look-up'
import { withdrawnReason } from '../../course/support'
import type { Citation, Fact } from '../../course/types'
import type { FactId, SourceId } from '../../kernel/ids'

/** A place in a document; `label` is `¶7` within the page's own document. */
export type CitedPlace = Citation & { readonly label: string }

/** A fact as the reference pages show it. */
export type FactView = {
  readonly id: FactId
  readonly kind: Fact['kind']
  readonly statement: string
  readonly confidence: Fact['confidence']
  /** Why it holds no more; null while it stands. */
  readonly withdrawn: string | null
  /** `June 2006 to June 2012`, `stated June 2007`. */
  readonly when: string
  /** The paragraphs that carry it; on a paragraph's own place, the others. */
  readonly places: readonly CitedPlace[]
  readonly contradicts: readonly {
    readonly id: FactId
    readonly statement: string
    readonly places: readonly CitedPlace[]
  }[]
}

/** `at`: the paragraph it is shown under, which it need not name again; null elsewhere. */
export function factView(look: LookUp, fact: Fact, at: Citation | null): FactView {
  const place = (cite: Citation) => citedPlace(look, cite, at?.source ?? null)
  return {
    id: fact.id,
    kind: fact.kind,
    statement: fact.statement,
    confidence: fact.confidence,
    withdrawn: withdrawnReason(fact, look.source),
    when: factTimeLabel(fact),
    places: fact.cites.filter((cite) => at === null || !isSame(cite, at)).map(place),
    contradicts: fact.contradicts.flatMap((id) => {
      const other = look.fact(id)
      return other ? [{ id, statement: other.statement, places: other.cites.map(place) }] : []
    }),
  }
}

const isSame = (a: Citation, b: Citation): boolean =>
  a.source === b.source && a.paragraph === b.paragraph

function citedPlace(look: LookUp, cite: Citation, within: SourceId | null): CitedPlace {
  const source = look.source(cite.source)
  const elsewhere = source && cite.source !== within
  return {
    ...cite,
    label: elsewhere ? citationLabel(source, cite.paragraph) : `¶${cite.paragraph}`,
  }
}
