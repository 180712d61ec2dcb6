import 'server-only'
import { type RegionLabel, regionLabel, regionShapes } from '@/app/_figures/region-geometry'
import type { EntityId } from '@/lib/kernel/ids'

type AtlasShape = { readonly d: string; readonly label: RegionLabel | null }
export type AtlasShapes = Readonly<Record<EntityId, AtlasShape>>

/** The course's states that the map shows, and one outline for all other land. */
export function atlasShapes(isoNumericOf: Readonly<Record<EntityId, string>>): {
  readonly shapes: AtlasShapes
  readonly background: string
} {
  const outline = new Map(regionShapes.map(({ isoNumeric, d }) => [isoNumeric, d]))
  const own = new Set(Object.values(isoNumericOf))
  const shapes = Object.entries(isoNumericOf).flatMap(([state, isoNumeric]) => {
    const d = outline.get(isoNumeric)
    return d === undefined ? [] : [[state, { d, label: regionLabel(isoNumeric) }] as const]
  })
  return {
    shapes: Object.fromEntries(shapes),
    background: regionShapes
      .filter(({ isoNumeric }) => !own.has(isoNumeric))
      .map(({ d }) => d)
      .join(''),
  }
}
