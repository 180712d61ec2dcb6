import { describe, expect, test } from 'vitest'
import { REGION, regionShapes } from '@/app/_figures/region-geometry'
import {
  type Box,
  boxOf,
  frameAround,
  isSmall,
  targetRadius,
} from '@/app/_study/answers/map/region-frame'
import { compileFolder } from '@/tests/support/real-course'

const { questions, entities } = await compileFolder()
const isoOf = new Map(
  entities.flatMap(({ id, isoNumeric }) => (isoNumeric ? [[id, isoNumeric] as const] : [])),
)
const shapeOf = (iso: string) => regionShapes.find(({ isoNumeric }) => isoNumeric === iso)

describe('the map of a question', () => {
  const maps = questions.filter((question) => question.kind === 'map')

  test('shows every state that is offered, and no more of the region than it must', () => {
    expect(maps.length).toBeGreaterThan(0)
    for (const { id, candidates } of maps) {
      const boxes = candidates.flatMap((state): Box[] => {
        const shape = shapeOf(isoOf.get(state) ?? '')
        return shape ? [boxOf(shape.d, REGION) ?? expect.unreachable(id)] : []
      })
      const frame = frameAround(boxes, REGION)
      for (const { x, y, width, height } of boxes) {
        expect(x, id).toBeGreaterThanOrEqual(frame.x - 0.01)
        expect(y, id).toBeGreaterThanOrEqual(frame.y - 0.01)
        expect(x + width, id).toBeLessThanOrEqual(frame.x + frame.width + 0.01)
        expect(y + height, id).toBeLessThanOrEqual(frame.y + frame.height + 0.01)
      }
      expect(frame.width / frame.height).toBeCloseTo(REGION.width / REGION.height)
    }
  })

  test('has a target of 24 px for the smallest state, also on a phone of 320 px', () => {
    const tiny: Box = { x: 300, y: 200, width: 6, height: 4 }
    const frame = frameAround([tiny, { x: 500, y: 300, width: 60, height: 60 }], REGION)
    expect(isSmall(tiny, frame)).toBe(true)
    expect((2 * targetRadius(frame) * 288) / frame.width).toBeCloseTo(24)
  })
})

test('an outline that leaves the map counts as far as it lies on it', () => {
  expect(boxOf('M-10,5L30,5L30,900Z', { width: 100, height: 50 })).toEqual({
    x: 0,
    y: 5,
    width: 30,
    height: 45,
  })
  expect(boxOf('', { width: 100, height: 50 })).toBeNull()
})
