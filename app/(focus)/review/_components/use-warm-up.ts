'use client'

import { useEffect } from 'react'
import { INTERFACES } from '@/app/_study/answers/kinds'

const QUIET_MS = 800

/** What the first card does without, and a sitting without a network may need. */
const LATER = [
  ...Object.values(INTERFACES).flatMap(({ later }) => later.code),
  () => import('./cram-bar'),
  () => import('./summary'),
  () => import('./keys-sheet'),
  () => import('./card-info'),
  () => import('./flag-dialog'),
  () => import('./outbox-notices'),
]

/** Loads it once the page has settled, so that no key waits for it and none fails offline. */
export function useWarmUp(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of LATER) load().catch(() => {})
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
}
