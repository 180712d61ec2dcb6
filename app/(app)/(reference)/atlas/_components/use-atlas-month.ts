'use client'

import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { type AtlasPlace, atlasHref } from '@/lib/reference/atlas-query'
import { dateOfMonth, type Month, readMonth } from '@/lib/reference/month'

/** `written`: what this page put into the address itself, which is no news when it comes back. */
type Shown = { readonly month: Month; readonly address: Month; readonly written: Month | null }

/**
 * The month on view. It moves at once and without the server; `keep` writes it into the address,
 * once it rests. A month that comes from the address (back, a link) wins.
 */
export function useAtlasMonth(place: AtlasPlace, fallback: Month) {
  const date = useSearchParams().get('date')
  const address = readMonth(date ?? '') ?? fallback
  const [shown, setShown] = useState<Shown>({ month: address, address, written: null })
  if (shown.address !== address) {
    setShown(
      shown.written === address
        ? { ...shown, address }
        : { month: address, address, written: null },
    )
  }
  const show = (month: Month) => setShown((now) => ({ ...now, month }))
  const keep = (month: Month) => {
    if (month === address) return
    setShown((now) => ({ ...now, month, written: month }))
    window.history.replaceState(null, '', atlasHref({ ...place, date: dateOfMonth(month) }))
  }
  return { month: shown.month, show, keep }
}
