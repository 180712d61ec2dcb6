'use client'

import { useEffect, useRef, useState } from 'react'
import type { Outbox } from '@/app/_study/outbox/outbox'
import type { SessionDriver } from '@/app/_study/session/use-session'
import type { SessionPayload } from '@/lib/review/wire'
import type { Convergence } from './convergence'
import { LOW } from './low-queue'

type Input = {
  userId: string
  /** Null until it is opened. */
  outbox: Outbox | null
  scope: string | null
  payload: SessionPayload
  driver: SessionDriver
}

/** Loaded once the first card is shown, which does without it. */
export const loadConvergence = () => import('./convergence')

/**
 * Takes in what other devices did, and fetches more cards before the queue runs out. Nothing on the
 * page waits for it.
 */
export function useConvergence({ userId, outbox, scope, payload, driver }: Input): void {
  const { session } = driver
  const latest = useRef(driver)
  useEffect(() => {
    latest.current = driver
  })
  const [running, setRunning] = useState<Convergence | null>(null)
  const askedAt = useRef(0)

  useEffect(() => {
    if (outbox === null) return
    let gone = false
    let started: Convergence | null = null
    const start = ({ converge }: Awaited<ReturnType<typeof loadConvergence>>) => {
      if (gone) return
      started = converge({ userId, outbox, scope, payload, driver: () => latest.current })
      setRunning(started)
    }
    loadConvergence().then(start, () => {})
    return () => {
      gone = true
      started?.stop()
      setRunning(null)
    }
  }, [userId, outbox, scope, payload])

  const low = session.context !== 'cram' && session.waiting.length < LOW
  const ended = session.current === null
  const done = session.done.length
  useEffect(() => {
    if (running === null || !low || done === 0) return
    // At the end the server is asked once more, because limits and learning steps may leave cards.
    if (!(running.hasMore() || ended) || askedAt.current === done) return
    askedAt.current = done
    running.ask()
  }, [running, low, ended, done])
}
