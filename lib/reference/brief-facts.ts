import type { LookUp } from '../course/look-up'
import type { Fact } from '../course/types'
import type { FactId, ModuleId } from '../kernel/ids'

/** The facts behind the core questions of a module, in course order, with how many questions rest on each. */
export function coreFacts(
  look: LookUp,
  module: ModuleId,
): readonly { readonly fact: Fact; readonly weight: number }[] {
  const weights = new Map<FactId, number>()
  for (const question of look.questionsOfModule(module)) {
    if (question.depth !== 'core') continue
    for (const id of question.facts) weights.set(id, (weights.get(id) ?? 0) + 1)
  }
  return look.catalogue.facts.flatMap((fact) => {
    const weight = weights.get(fact.id)
    return weight === undefined ? [] : [{ fact, weight }]
  })
}

export type Dispute = { readonly fact: Fact; readonly against: readonly Fact[] }

/** Core facts that another fact contradicts. Of two that contradict each other the first comes, with the other. */
export function disputesAmong(look: LookUp, facts: readonly Fact[]): readonly Dispute[] {
  const shown = new Set<FactId>()
  return facts.flatMap((fact) => {
    if (fact.contradicts.length === 0 || shown.has(fact.id)) return []
    const against = fact.contradicts.flatMap((id) => {
      const other = look.fact(id)
      return other === undefined || shown.has(id) ? [] : [other]
    })
    if (against.length === 0) return []
    for (const one of [fact, ...against]) shown.add(one.id)
    return [{ fact, against }]
  })
}

/**
 * Takes the heaviest items that fit into a number of lines, and keeps the order in which they came.
 * Items of one weight are taken in that order.
 */
export function fitting<T>(
  items: readonly T[],
  room: number,
  linesOf: (item: T) => number,
  weightOf: (item: T) => number,
): { readonly taken: readonly T[]; readonly lines: number } {
  const byWeight = items.toSorted((a, b) => weightOf(b) - weightOf(a))
  const taken = new Set<T>()
  let lines = 0
  for (const item of byWeight) {
    const more = linesOf(item)
    if (lines + more > room) continue
    lines += more
    taken.add(item)
  }
  return { taken: items.filter((item) => taken.has(item)), lines }
}
