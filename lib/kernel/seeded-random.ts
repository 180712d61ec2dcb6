/** Numbers in [0, 1), the same ones for the same seed. For display and simulation, never for secrets. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain), from a whole number or from a text's FNV-1a hash. */
export function seededRandom(seed: number | string): Random {
  let state = typeof seed === 'string' ? fnv1a(seed) : seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}
