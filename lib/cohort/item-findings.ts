import { DEFAULT_MODEL } from '../memory/model/shipped-models'
import type { ItemStatistics } from './item-analysis'

/** Reasons to check a question. */
export type ItemFinding = 'forgotten' | 'unlearnt' | 'does-not-tell' | 'leech' | 'flagged'

/**
 * The number of lapses from which a card counts as a leech here. The learner's own limit does not
 * matter.
 */
export const LEECH_LAPSES = DEFAULT_MODEL.leech?.lapses ?? 8

export const ITEM_RULES = {
  /** The upper end of the interval of observed minus predicted recall is below this. */
  forgottenBy: -0.05,
  /** The share that knew it at the first try is below this. */
  unlearntBelow: 0.3,
  /**
   * The upper end of the interval of discrimination is below this: learners who know the rest of
   * the course hardly know this question better than others.
   */
  discriminatesFrom: 0.1,
  /**
   * The card is a leech for at least this share of the learners who have seen it, and for at least
   * this many.
   */
  leechShare: 0.05,
  leechLeast: 3,
} as const

/** All reasons to check a question. `flags` is the number of its open flags. */
export function findingsOf(item: ItemStatistics, flags: number): readonly ItemFinding[] {
  const { surprise, firstTry, discrimination, leeches, seen } = item
  const found: ItemFinding[] = []
  if (flags > 0) found.push('flagged')
  if (surprise !== null && surprise.high < ITEM_RULES.forgottenBy) found.push('forgotten')
  if (firstTry !== null && firstTry < ITEM_RULES.unlearntBelow) found.push('unlearnt')
  if (discrimination !== null && discrimination.high < ITEM_RULES.discriminatesFrom) {
    found.push('does-not-tell')
  }
  if (leeches >= Math.max(ITEM_RULES.leechLeast, seen * ITEM_RULES.leechShare)) found.push('leech')
  return found
}
