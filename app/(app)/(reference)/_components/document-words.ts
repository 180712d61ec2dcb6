import { formatDate } from '@/lib/course/partial-date'
import type { Source } from '@/lib/course/types'

export const authorOf = (source: Source): string => source.author ?? 'Author not named in the copy'

/** `1 June 2007` when the document says so itself, `about June 2011` when it is worked out. */
export const dateOf = (source: Source): string =>
  `${source.dateKnown === 'inferred' ? 'about ' : ''}${formatDate(source.date)}`

export const dateKnownOf = (source: Source): string =>
  source.dateKnown === 'stated' ? 'stated in the document' : 'inferred'
