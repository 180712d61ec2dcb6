import { byShare, incomplete } from './decide'
import type { Verdict } from './verdict'

type Asked = {
  readonly answers: readonly string[]
  readonly offered: readonly string[]
  /** What is picked, in the plural: `options`, `states`. */
  readonly what: string
}

/**
 * Select all that apply: each pick that does not belong takes away one that does, so that picking
 * everything is no way to score.
 */
export function gradePicks(picked: readonly string[], { answers, offered, what }: Asked): Verdict {
  const picks = new Set(picked)
  if (picks.size === 0) return incomplete(`Pick the ${what} first.`)
  if ([...picks].some((pick) => !offered.includes(pick))) {
    return incomplete(`Pick only ${what} that are offered.`)
  }
  const hits = answers.filter((answer) => picks.has(answer)).length
  const surplus = picks.size - hits
  const score = Math.max(0, (hits - surplus) / answers.length)
  const found = `${hits} of ${answers.length} ${what}`
  if (hits === answers.length && surplus === 0) return byShare(1, 0, `All ${found} found.`)
  const wrongPicks =
    surplus === 0 ? '' : `, and ${surplus} that ${surplus === 1 ? 'does' : 'do'} not belong`
  return byShare(Math.min(score, 1), 0, `${found} found${wrongPicks}.`)
}
