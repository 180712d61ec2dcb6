import { earliest, formatDate } from '../partial-date'
import { type CitedParagraph, citedParagraphs, type PictureGround } from './ground'

export type DrawnReading = {
  /** `about September 2011` for an inferred date. */
  readonly dated: string
  readonly source: string
  /** The document's own words; null when it is silent. */
  readonly words: string | null
  readonly who: string | null
  readonly extent: string | null
  readonly when: string | null
  readonly sure: string
  readonly cites: readonly CitedParagraph[]
}

export type ReadingsView = { readonly event: string; readonly rows: readonly DrawnReading[] }

/** What each document says of one event, by the dates of the documents. */
export function readingsView(ground: PictureGround, of: string): ReadingsView {
  const sourceOf = (id: string) => ground.sources.find((source) => source.id === id)
  const dayOf = (id: string) => {
    const source = sourceOf(id)
    return source === undefined ? '' : earliest(source.date)
  }
  const rows = (ground.pictures?.readings ?? [])
    .filter(({ event }) => event === of)
    .toSorted((a, b) => order(dayOf(a.cite.source), dayOf(b.cite.source)))
    .flatMap(({ cite, words, who, extent, when, sure }) => {
      const source = sourceOf(cite.source)
      if (source === undefined) return []
      const date = formatDate(source.date)
      return [
        {
          dated: source.dateKnown === 'inferred' ? `about ${date}` : date,
          source: source.short,
          words: words ?? null,
          who: who ?? null,
          extent: extent ?? null,
          when: when ?? null,
          sure,
          cites: citedParagraphs(ground, [cite]),
        },
      ]
    })
  return { event: ground.pictures?.events.find(({ id }) => id === of)?.name ?? of, rows }
}

/** Two passages of documents of one day keep their order. */
const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
