'use client'

import { useEffect } from 'react'

const QUIET_MS = 1500

/** On every signed-in page: sends what an earlier visit left, and makes the review last without a network. Waits until the page has settled. */
export function KeepWorking({ userId }: { userId: string }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without a network there is nothing to do here that cannot wait.
      import('./offline').then(({ keepWorking }) => keepWorking(userId)).catch(() => {})
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [userId])
  return null
}
