import { REGION, regionShapes } from '@/app/_figures/region-geometry'
import { json } from '@/app/_http/answer-json'
import type { RegionMap } from '@/app/_study/answers/map/region-map'

export const dynamic = 'force-static'

/** Outlines for questions asked on a map: fetched only when one comes up. */
export function GET(): Response {
  const map: RegionMap = {
    ...REGION,
    shapes: regionShapes.map(({ isoNumeric, d }) => ({ isoNumeric, d })),
  }
  return json(map, 200, 'public, max-age=86400')
}
