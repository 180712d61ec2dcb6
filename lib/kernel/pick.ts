import type { Random } from './seeded-random'

/** One of a list that has at least one. */
export function pick<T>(random: Random, [first, ...rest]: readonly [T, ...T[]]): T {
  const at = Math.floor(random() * (rest.length + 1))
  return at === 0 ? first : (rest[at - 1] ?? first)
}

/** The same things in another order. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
