'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

const QUIET_MS = 1500

/**
 * On every signed-in page, sends what an earlier visit left, and keeps what is needed to work without a
 * network: also a page that was reached by a link. Waits until the page has settled.
 */
export function KeepWorking({ userId }: { userId: string }) {
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is opened is to be kept
  useEffect(() => {
    const timer = setTimeout(() => {
      // Without a network this fails, and can be done on a later page.
      import('./offline').then(({ keepWorking }) => keepWorking(userId)).catch(() => {})
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [userId, path])
  return null
}
