/** Outlines of the region for questions asked on a map: what `GET /api/map` gives. */
export type RegionMap = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly { readonly isoNumeric: string; readonly d: string }[]
}

let loading: Promise<RegionMap | null> | null = null

/** Fetched once a page load, when the first map comes up. Null when it cannot be had: the list still works. */
export function loadRegionMap(): Promise<RegionMap | null> {
  loading ??= fetch('/api/map')
    .then((response): Promise<RegionMap | null> => (response.ok ? response.json() : none()))
    .catch(none)
  return loading
}

const none = async () => {
  loading = null
  return null
}
