'use client'

import { useEffect } from 'react'

const QUIET_MS = 1500

/**
 * On every signed-in page, sends what an earlier visit left and prepares the review for work
 * without a network. Waits until the page has settled.
 */
export function KeepWorking({ userId }: { userId: string }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without a network this fails, and can be done on a later page.
      import('./offline').then(({ keepWorking }) => keepWorking(userId)).catch(() => {})
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [userId])
  return null
}
