'use client'

import { useEffect } from 'react'
import { INTERFACES } from '@/app/_study/answers/kinds'

const QUIET_MS = 800

/** Code that the first card does not need but a session without a network may need. */
const LATER = [
  ...Object.values(INTERFACES).flatMap(({ later }) => later.code),
  () => import('./cram-bar'),
  () => import('./summary'),
  () => import('./keys-sheet'),
  () => import('./card-info'),
  () => import('./flag-dialog'),
  () => import('./outbox-notices'),
]

/**
 * Loads this code once the page has settled, so that no key press waits for it and none fails
 * offline.
 */
export function useWarmUp(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of LATER) load().catch(() => {})
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
}
