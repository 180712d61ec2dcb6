import { letterSlips } from './letter-slips'
import { joined } from './normalise'

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
    const count = letterSlips(given, word)
    if (count > allowed(word)) return null
    total += count
  }
  return total <= MOST_SLIPS ? total : null
}

function slipInJoin(typed: string, wanted: string): number | null {
  if (/\d/.test(typed + wanted) || wanted.length < 9) return null
  return letterSlips(typed, wanted) <= 1 ? 1 : null
}

const hasPrefix = (longer: string, shorter: string) =>
  longer.length >= shorter.length + 2 && longer.endsWith(shorter)
