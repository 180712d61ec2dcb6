'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { clocksAgree, type YearOfClock, yearOfClock } from '@/lib/kernel/zone'

type Props = { userId: string; zone: string; account: YearOfClock; className?: string }

// Without a network the line is left out, and the next page can offer it.
const ZoneQuestion = lazy(() =>
  import('./zone-question').then(
    (part) => ({ default: part.ZoneQuestion }),
    () => ({ default: () => null }),
  ),
)

/**
 * Almost nobody's clock differs from that of their account, so what asks about it, and `Intl`, are
 * loaded only where it does.
 */
export function ZoneCheck({ account, ...props }: Props) {
  const [differs, setDiffers] = useState(false)
  useEffect(() => {
    const own = yearOfClock(account.nowMs, (at) => -at.getTimezoneOffset())
    // It stays when the account has been moved, and says so.
    if (!clocksAgree(account, own)) setDiffers(true)
  }, [account])
  return <Suspense>{differs ? <ZoneQuestion {...props} /> : null}</Suspense>
}
