import { FEWEST_ANSWERS, type ItemStatistics } from '@/lib/cohort/item-analysis'
import type { ItemFinding } from '@/lib/cohort/item-findings'
import { wholePercent } from '@/lib/kernel/percent'

const signed = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(wholePercent(share))}`

export const TOO_FEW = 'too few'

/** `−12 (−19 to −5)`, in percentage points. */
export function surpriseText({ surprise }: ItemStatistics): string {
  if (surprise === null) return TOO_FEW
  return `${signed(surprise.mean)} (${signed(surprise.low)} to ${signed(surprise.high)})`
}

export function discriminationText({ discrimination, seen }: ItemStatistics): string {
  if (seen < FEWEST_ANSWERS) return TOO_FEW
  return discrimination === null ? 'no variation' : discrimination.mean.toFixed(2).replace('-', '−')
}

export const secondsText = ({ medianMs }: ItemStatistics): string =>
  medianMs === null ? '–' : `${Math.round(medianMs / 1000)} s`

export const FINDINGS: Readonly<Record<ItemFinding, string>> = {
  flagged: 'flagged',
  forgotten: 'forgotten',
  unlearnt: 'not learned',
  'does-not-tell': 'does not discriminate',
  leech: 'difficult',
}
