import { DEFAULT_MODEL } from '../memory/model/shipped-models'
import type { ItemStatistics } from './item-analysis'

/** Why a question should be looked at. */
export type ItemFinding = 'forgotten' | 'unlearnt' | 'does-not-tell' | 'leech' | 'flagged'

/** Lapses from which a card counts as a leech here, whatever its owner's own rule. */
export const LEECH_LAPSES = DEFAULT_MODEL.leech?.lapses ?? 8

export const ITEM_RULES = {
  /** Upper end of the interval of observed less predicted recall below this. */
  forgottenBy: -0.05,
  /** First tries that succeed less often. */
  unlearntBelow: 0.3,
  /** Upper end of the interval of discrimination below this: who knows the rest hardly knows this one better. */
  tellsFrom: 0.1,
  /** Share of the learners who met it for whom it is a leech, and how many at least. */
  leechShare: 0.05,
  leechLeast: 3,
} as const

/** Everything that speaks against a question; `flags`: how many are open. */
export function findingsOf(item: ItemStatistics, flags: number): readonly ItemFinding[] {
  const { surprise, firstTry, discrimination, leeches, met } = item
  const found: ItemFinding[] = []
  if (flags > 0) found.push('flagged')
  if (surprise !== null && surprise.high < ITEM_RULES.forgottenBy) found.push('forgotten')
  if (firstTry !== null && firstTry < ITEM_RULES.unlearntBelow) found.push('unlearnt')
  if (discrimination !== null && discrimination.high < ITEM_RULES.tellsFrom) {
    found.push('does-not-tell')
  }
  if (leeches >= Math.max(ITEM_RULES.leechLeast, met * ITEM_RULES.leechShare)) found.push('leech')
  return found
}
