import { formatDate } from '@/lib/course/partial-date'
import type { Source } from '@/lib/course/types'

export const authorOf = (source: Source): string =>
  source.author ?? 'Author not named in the document'

/** `1 June 2007` when the document states its date, `about June 2011` when the date is inferred. */
export const dateOf = (source: Source): string =>
  `${source.dateKnown === 'inferred' ? 'about ' : ''}${formatDate(source.date)}`

export const dateKnownOf = (source: Source): string =>
  source.dateKnown === 'stated' ? 'stated in the document' : 'inferred'
