'use client'

import { lazy, Suspense, useEffect, useState } from 'react'

type Props = { userId: string; zone: string; className?: string }

// Without a network the line is left out, and the next page can offer it.
const ZoneQuestion = lazy(() =>
  import('./zone-question').then(
    (part) => ({ default: part.ZoneQuestion }),
    () => ({ default: () => null }),
  ),
)

/**
 * A line for somebody whose browser is in another time zone than the account. Almost nobody's is, so
 * its code is loaded only where the names of the zones differ.
 */
export function ZoneOffer(props: Props) {
  const [differs, setDiffers] = useState(false)
  useEffect(() => {
    // It stays when the account has been moved, and says so.
    if (Intl.DateTimeFormat().resolvedOptions().timeZone !== props.zone) setDiffers(true)
  }, [props.zone])
  return <Suspense>{differs ? <ZoneQuestion {...props} /> : null}</Suspense>
}
