import { byShare, incomplete } from '../../grading/decide'
import type { Verdict } from '../../grading/verdict'
import type { ContentOf } from '../types'
import type { Pair } from './types'

export function gradeMatch(question: ContentOf<'match'>, given: readonly Pair[]): Verdict {
  const chosen = new Map(given.map(({ left, right }) => [left, right]))
  const rights = question.pairs.map(({ right }) => right)
  const complete = question.pairs.every(({ left }) => rights.includes(chosen.get(left) ?? ''))
  if (!complete || chosen.size !== question.pairs.length) {
    return incomplete('Match every item first.')
  }
  const missed = question.pairs.filter(({ left, right }) => chosen.get(left) !== right)
  const total = question.pairs.length
  const first = missed[0]
  if (first === undefined) return byShare(1, 0, `All ${total} matched.`)
  const hits = total - missed.length
  return byShare(
    hits / total,
    0,
    `${hits} of ${total} matched: “${first.left}” goes with “${first.right}”.`,
  )
}
