import { groupBy } from '../kernel/group-by'

/**
 * One answer, with how many learners gave it at their first grade and how often it was given in
 * all.
 */
export type TalliedAnswer<Who> = {
  /** The most common way of writing it. */
  readonly text: string
  readonly right: boolean
  /** `first`: learners who gave it at their first grade. `times`: grades at which it was given. */
  readonly first: number
  readonly times: number
  /** Everyone who gave it, in the order in which they first did. */
  readonly by: readonly Who[]
}

export type AnswerToTally<Who> = {
  readonly who: Who
  readonly text: string
  /** Equal for answers that mean the same. */
  readonly key: string
  readonly right: boolean
  /** Whether this is the first grade of this learner. */
  readonly first: boolean
}

/**
 * Counts equal answers. The most frequent come first, and correct ones first among equally
 * frequent.
 */
export function tally<Who>(answers: readonly AnswerToTally<Who>[]): readonly TalliedAnswer<Who>[] {
  const groups = groupBy(answers, ({ right, key }) => `${right} ${key}`)
  return [...groups.values()]
    .map((group) => ({
      text: commonest(group.map(({ text }) => text)),
      right: group[0]?.right ?? false,
      first: group.filter(({ first }) => first).length,
      times: group.length,
      by: [...new Set(group.map(({ who }) => who))],
    }))
    .sort((a, b) => b.times - a.times || Number(b.right) - Number(a.right))
}

function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
