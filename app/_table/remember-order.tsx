'use client'

import { useEffect } from 'react'
import { ORDERS_COOKIE, withOrder } from './orders-cookie'

const A_YEAR_S = 365 * 24 * 60 * 60

/**
 * Keeps in this browser how a table was sorted by its address. It holds names of columns and nothing
 * else, so it need not be out of reach of scripts.
 */
export function RememberOrder({ table, order }: { table: string; order: string }) {
  useEffect(() => {
    const held = document.cookie.match(new RegExp(`(?:^|; )${ORDERS_COOKIE}=([^;]*)`))?.[1] ?? null
    const value = withOrder(held, table, order)
    if (value === held) return
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers
    document.cookie = `${ORDERS_COOKIE}=${value}; path=/; SameSite=Lax; max-age=${A_YEAR_S}${secure}`
  }, [table, order])
  return null
}
