import { CsvError, parse } from 'csv-parse/sync'
import { oneLine } from '../../kernel/visible-text'
import type { Line, RosterFault, Separator } from './reading'

type Records = { readonly lines: readonly Line[]; readonly faults: readonly RosterFault[] }

/**
 * The cells of a text. A quotation mark inside of a word is a letter like others. If one that opens a
 * cell is never closed, every line is read by itself, so that only the lines with an odd mark are
 * faulty and not all that come after the first.
 */
export function recordsOf(text: string, separator: Separator): Records {
  try {
    return { lines: parsed(text, separator, '"'), faults: [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const all = parsed(text, separator, false)
    const isOdd = ({ cells }: Line) => (cells.join('').match(/"/g)?.length ?? 0) % 2 === 1
    return {
      lines: all
        .filter((line) => !isOdd(line))
        .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.replaceAll('"', '')) })),
      faults: all.filter(isOdd).map(({ line, cells }) => ({
        line,
        text: cells.join(' '),
        reason: 'A quotation mark in this line is not closed.',
      })),
    }
  }
}

function parsed(text: string, separator: Separator, quote: '"' | false): Line[] {
  const lines: Line[] = []
  parse(withoutSeparatorLine(text), {
    bom: true,
    delimiter: separator,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    onRecord: (cells: string[], { lines: line }) => {
      if (cells.some((cell) => oneLine(cell) !== '')) lines.push({ line, cells })
      return null
    },
  })
  return lines
}

// Excel may begin a file with `sep=;`. The line is emptied but not removed, so that line numbers
// stay the same.
const withoutSeparatorLine = (text: string): string => text.replace(/^\uFEFF?sep=[,;\t|]/i, '')
