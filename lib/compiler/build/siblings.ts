import type { FactId, QuestionId } from '../../kernel/ids'
import type { Draft } from '../draft'

/**
 * For each question, the questions that must not be asked on the same day, because they share a
 * fact or are marked as siblings. Each pair is listed at both questions.
 */
export function siblingsOf(draft: Draft): ReadonlyMap<QuestionId, readonly QuestionId[]> {
  const asked = draft.questions.filter(({ value }) => value.withdrawn === undefined)
  const ids = new Set(asked.map(({ value }) => value.id))
  const siblings = new Map<QuestionId, Set<QuestionId>>()
  const pair = (a: QuestionId, b: QuestionId) => {
    if (a === b || !ids.has(b)) return
    siblings.set(a, (siblings.get(a) ?? new Set()).add(b))
    siblings.set(b, (siblings.get(b) ?? new Set()).add(a))
  }
  const byFact = new Map<FactId, QuestionId[]>()
  for (const { value } of asked) {
    for (const marked of value.siblings) pair(value.id, marked)
    for (const fact of value.facts) {
      const others = byFact.get(fact) ?? []
      for (const other of others) pair(value.id, other)
      byFact.set(fact, [...others, value.id])
    }
  }
  return new Map([...siblings].map(([id, others]) => [id, [...others].sort()]))
}
