import { addressFault, addressForm } from '../../account/address'
import { SEPARATORS, type Separator } from './reading'

const LOOKED_AT = 50

/** Among equals. A comma comes last, because names contain commas too. */
const ORDER: readonly Separator[] = ['\t', ';', '|', '，', ',']

/**
 * The separator that leaves an address alone in its cell in most of the first lines, or, where none
 * does, stands in most of them. What stands in quotation marks does not count.
 */
export function guessSeparator(text: string): Separator {
  const named = /^\uFEFF?sep=([,;\t|])/i.exec(text)?.[1]
  const known = SEPARATORS.find(([separator]) => separator === named)
  if (known) return known[0]
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
  const [best = ','] = [...ORDER].sort((a, b) => worth(lines, b) - worth(lines, a))
  return best
}

function worth(lines: readonly string[], separator: Separator): number {
  const split = lines.map((line) => cellsOutsideQuotes(line, separator))
  const divided = split.filter((cells) => cells.length > 1)
  const alone = divided.filter((cells) =>
    cells.some((cell) => addressFault(addressForm(cell.replaceAll('"', ''))) === null),
  )
  return alone.length * 1000 + divided.length
}

export const cellsOutsideQuotes = (line: string, separator: string): string[] => {
  const cells = ['']
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    if (sign === separator && !quoted) cells.push('')
    else cells[cells.length - 1] += sign
  }
  return cells
}
