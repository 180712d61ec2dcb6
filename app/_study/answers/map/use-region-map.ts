'use client'

import { useEffect, useState } from 'react'
import { loadRegionMap, type RegionMap } from './region-map'

export function useRegionMap(): RegionMap | null {
  const [map, setMap] = useState<RegionMap | null>(null)
  useEffect(() => {
    let wanted = true
    void loadRegionMap().then((loaded) => {
      if (wanted) setMap(loaded)
    })
    return () => {
      wanted = false
    }
  }, [])
  return map
}
