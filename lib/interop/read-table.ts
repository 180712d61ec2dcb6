import { guessSeparator } from './roster/guess-separator'
import type { Line, Separator } from './roster/reading'
import { recordsOf } from './roster/records'

export type TableRead = {
  readonly separator: Separator
  readonly lines: readonly Line[]
  readonly faults: readonly { readonly line: number; readonly reason: string }[]
}

/** The cells of any table that was pasted or comes from a file. */
export function readTable(given: string): TableRead {
  const text = given.replace(/\r\n?/g, '\n')
  const separator = guessSeparator(text)
  return { separator, ...recordsOf(text, separator) }
}
