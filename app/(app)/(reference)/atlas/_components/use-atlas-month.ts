'use client'

import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { type AtlasPlace, atlasHref } from '@/lib/reference/atlas-query'
import { dateOfMonth, type Month, readMonth } from '@/lib/reference/month'

/**
 * `written`: the month that this page wrote into the address itself, so that it is not mistaken for
 * a new one.
 */
type Shown = { readonly month: Month; readonly address: Month; readonly written: Month | null }

/**
 * The month shown. It changes at once, without the server; `keep` writes it into the address when
 * the choice is final. A month that comes from the address, by Back or a link, takes precedence.
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
