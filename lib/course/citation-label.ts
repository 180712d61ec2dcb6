import type { Source } from './types'

/** The longest title used as a label; a longer title is replaced by the publisher. */
const SHORT_TITLE = 36

/** `Jane's Intelligence Review, 2007`; an inferred year is marked `c. 2012`. */
function sourceLabel(source: Source): string {
  const year = source.date.slice(0, 4)
  return `${shortName(source)}, ${source.dateKnown === 'inferred' ? `c. ${year}` : year}`
}

/** `Jane's Intelligence Review, 2007, ¶15`, and ` (withdrawn)` for a document that was taken back. */
export const citationLabel = (source: Source, paragraph: number): string =>
  `${sourceLabel(source)}, ¶${paragraph}${source.withdrawn === null ? '' : ' (withdrawn)'}`

/** The same for a screen reader: `Jane's Intelligence Review, 2007, paragraph 15`. */
export const spokenCitationLabel = (source: Source, paragraph: number): string =>
  `${sourceLabel(source).replace('c. ', 'about ')}, paragraph ${paragraph}`

/** `jir ¶15`, for the running text of a lesson. */
export const inlineCitationLabel = (source: Source, paragraph: number): string =>
  `${source.short} ¶${paragraph}`

function shortName(source: Source): string {
  if (source.title.length <= SHORT_TITLE) return source.title
  return source.publisher.split(/[(,;]/)[0]?.trim() || source.title
}
