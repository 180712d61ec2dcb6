import { getJson } from '@/app/_http/get-json'

/** Outlines of the region for questions asked on a map: what `GET /api/map` gives. */
export type RegionMap = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly { readonly isoNumeric: string; readonly d: string }[]
}

const PATIENCE_MS = 10_000

let loading: Promise<RegionMap | null> | null = null

/**
 * Fetched once in a page load, when the first map comes up. Null when it cannot be had: the list
 * still works.
 */
export function loadRegionMap(): Promise<RegionMap | null> {
  loading ??= getJson<RegionMap>(null, '/api/map', PATIENCE_MS, { cache: 'default' }).then(
    (map) => {
      if (map === null) loading = null
      return map
    },
  )
  return loading
}
