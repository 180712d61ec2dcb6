import { joined } from './normalise'

/**
 * Number of wrong, missing, surplus or swapped letters between two words (optimal string
 * alignment, https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance).
 */
function slips(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1)
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY

/** Letters that may be wrong in a word: none in a short one, where one letter makes another word. */
const allowed = (word: string) => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2)

const MOST_SLIPS = 2

/**
 * How many letters are wrong, when that is all that is wrong; null when it is another answer.
 * Looked at word by word, so that `eastern` never passes for `western`; a different figure or a
 * prefix (`stable`, `unstable`) is another answer, not a slip.
 */
export function slipOfThePen(typed: readonly string[], wanted: readonly string[]): number | null {
  if (typed.length !== wanted.length) return slipInJoin(joined(typed), joined(wanted))
  let total = 0
  for (const [index, word] of wanted.entries()) {
    const given = typed[index] ?? ''
    if (given === word) continue
    if (/\d/.test(word + given) || hasPrefix(given, word) || hasPrefix(word, given)) return null
    const count = slips(given, word)
    if (count > allowed(word)) return null
    total += count
  }
  return total <= MOST_SLIPS ? total : null
}

function slipInJoin(typed: string, wanted: string): number | null {
  if (/\d/.test(typed + wanted) || wanted.length < 9) return null
  return slips(typed, wanted) <= 1 ? 1 : null
}

const hasPrefix = (longer: string, shorter: string) =>
  longer.length >= shorter.length + 2 && longer.endsWith(shorter)
