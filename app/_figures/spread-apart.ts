/** A point on a picture, in percent of its width; y counts in the same unit. `size`: 1 for an ordinary mark. */
export type Spot = { readonly x: number; readonly y: number; readonly size: number }

/** Steps of the fixed number of rounds; more change nothing that can be seen. */
const ROUNDS = 60

/**
 * Moves marks apart until no two of ordinary size are nearer than `least`, as little as possible and always in the same
 * way. Marks stay within the picture.
 */
export function spreadApart(
  spots: readonly Spot[],
  least: number,
  frame: { readonly width: number; readonly height: number },
): readonly Pick<Spot, 'x' | 'y'>[] {
  let now = spots.map(({ x, y }) => ({ x, y }))
  for (let round = 0; round < ROUNDS; round += 1) {
    const pushed = now.map(({ x, y }) => ({ x, y }))
    now.forEach((a, i) => {
      now.forEach((b, j) => {
        if (j <= i) return
        const apart = Math.hypot(b.x - a.x, b.y - a.y)
        const wanted = (least * ((spots[i]?.size ?? 1) + (spots[j]?.size ?? 1))) / 2
        if (apart >= wanted) return
        // Two marks at one point part along a direction that depends on their places in the list.
        const angle = apart === 0 ? i + j : Math.atan2(b.y - a.y, b.x - a.x)
        const half = (wanted - apart) / 2
        const [first, second] = [pushed[i], pushed[j]]
        if (first === undefined || second === undefined) return
        first.x -= Math.cos(angle) * half
        first.y -= Math.sin(angle) * half
        second.x += Math.cos(angle) * half
        second.y += Math.sin(angle) * half
      })
    })
    now = pushed.map(({ x, y }) => ({
      x: Math.min(frame.width - least / 2, Math.max(least / 2, x)),
      y: Math.min(frame.height - least / 2, Math.max(least / 2, y)),
    }))
  }
  return now
}
