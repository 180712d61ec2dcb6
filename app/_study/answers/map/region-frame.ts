/** A rectangle in the units of the map. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
type Size = Pick<Box, 'width' | 'height'>

/** The narrowest that a map is shown, in CSS px: on a phone of 320 px. */
const NARROWEST_PX = 288
/** The least side of what can be pressed, in CSS px. */
const TARGET_PX = 24
const MARGIN = 24

/** The box around an outline of absolute M, L and Z, as far as it lies on the map. Null when it does not. */
export function boxOf(d: string, map: Size): Box | null {
  const numbers = d.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
  const inside = (at: 0 | 1, most: number) =>
    numbers.filter((_, index) => index % 2 === at).map((n) => Math.min(most, Math.max(0, n)))
  const [xs, ys] = [inside(0, map.width), inside(1, map.height)]
  if (xs.length === 0 || ys.length === 0) return null
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  return box.width > 0 && box.height > 0 ? box : null
}

/** What of the map is shown: all candidates with a margin, in the map's own proportions. */
export function frameAround(boxes: readonly Box[], map: Size): Box {
  if (boxes.length === 0) return { x: 0, y: 0, ...map }
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN
  const scale = Math.min(1, Math.max((right - left) / map.width, (bottom - top) / map.height))
  const [width, height] = [map.width * scale, map.height * scale]
  const within = (from: number, side: number, most: number) =>
    Math.min(Math.max(0, from), most - side)
  return {
    x: within((left + right - width) / 2, width, map.width),
    y: within((top + bottom - height) / 2, height, map.height),
    width,
    height,
  }
}

/** The radius of a circle that can be pressed where a map is narrowest. */
export const targetRadius = (frame: Box): number => ((TARGET_PX / 2) * frame.width) / NARROWEST_PX

/** Whether a state is too small to be pressed on that map. */
export const isSmall = (box: Box, frame: Box): boolean =>
  Math.min(box.width, box.height) < 2 * targetRadius(frame)

export const middleOf = ({ x, y, width, height }: Box) => ({
  x: x + width / 2,
  y: y + height / 2,
})
