import { byShare, incomplete } from '../../grading/decide'
import type { Verdict } from '../../grading/verdict'
import type { ContentOf } from '../types'

/** Half of all pairs stand right by chance alone. */
const CHANCE = 0.5

/** Scored by the share of pairs that stand in the right order (as in Kendall's tau). */
export function gradeOrder(question: ContentOf<'order'>, given: readonly string[]): Verdict {
  const places = given.map((item) => question.items.indexOf(item))
  if (places.includes(-1) || new Set(places).size !== question.items.length) {
    return incomplete('Put every item in its place first.')
  }
  const pairs = places.flatMap((place, index) =>
    places.slice(index + 1).map((later) => place < later),
  )
  const inOrder = pairs.filter(Boolean).length
  const slip = given.findIndex((_, index) => (places[index] ?? 0) > (places[index + 1] ?? Infinity))
  if (slip === -1) return byShare(1, CHANCE, 'All in the right order.')
  return byShare(
    inOrder / pairs.length,
    CHANCE,
    `“${given[slip + 1]}” comes before “${given[slip]}” (${question.scale}).`,
  )
}
