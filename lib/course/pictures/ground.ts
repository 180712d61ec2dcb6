import { citationLabel, inlineCitationLabel } from '../citation-label'
import type { Catalogue, Citation, Fact } from '../types'

/** What pictures are derived from. */
export type PictureGround = Pick<Catalogue, 'entities' | 'facts' | 'sources' | 'pictures'>

/** A cited paragraph as a picture shows it. */
export type CitedParagraph = Citation & {
  /** `jir ¶23`. */
  readonly short: string
  /** `Jane's Intelligence Review, 2007, ¶23`. */
  readonly label: string
}

/** The paragraphs in their order, each once. */
export function citedParagraphs(
  ground: PictureGround,
  cites: readonly Citation[],
): readonly CitedParagraph[] {
  const each = new Map(cites.map((cite) => [`${cite.source}#${cite.paragraph}`, cite]))
  return [...each.values()].flatMap((cite) => {
    const source = ground.sources.find(({ id }) => id === cite.source)
    if (source === undefined) return []
    return [
      {
        ...cite,
        short: inlineCitationLabel(source, cite.paragraph),
        label: citationLabel(source, cite.paragraph),
      },
    ]
  })
}

/** The facts of a list of ids, in the order of the ids. */
export const factsOf = (ground: PictureGround, ids: readonly string[]): readonly Fact[] =>
  ids.flatMap((id) => ground.facts.find((fact) => fact.id === id) ?? [])

export const nameIn =
  (ground: PictureGround) =>
  (id: string): string =>
    ground.entities.find((entity) => entity.id === id)?.name ?? id
