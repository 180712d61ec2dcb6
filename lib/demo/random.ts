/** Numbers in [0, 1), the same ones for the same seed. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain): small, and good enough for people made up. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

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
