'use client'

import { useEffect, useRef } from 'react'
import { LEARN_AHEAD_MS } from '@/lib/review/learn-ahead'

/** While no card is shown, calls `onDue` as soon as the next learning card may be shown. */
export function useTick(
  dueAt: number | null,
  idle: boolean,
  now: () => number,
  onDue: () => void,
): void {
  const latest = useRef(onDue)
  useEffect(() => {
    latest.current = onDue
  })
  useEffect(() => {
    if (!idle || dueAt === null) return
    const wait = Math.max(0, dueAt - LEARN_AHEAD_MS - now())
    const timer = setTimeout(() => latest.current(), wait + 50)
    return () => clearTimeout(timer)
  }, [dueAt, idle, now])
}
