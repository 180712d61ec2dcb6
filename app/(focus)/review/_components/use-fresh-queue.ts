'use client'

import { useEffect, useRef, useState } from 'react'
import type { SessionPayload } from '@/lib/review/wire'
import type { Outbox } from '../_outbox/outbox'
import { fetchSession } from './fetch-session'
import type { SessionDriver } from './use-session'

type Input = {
  userId: string
  outbox: Outbox | null
  scope: string | null
  payload: SessionPayload
  driver: SessionDriver
}

/** Payloads that were worked through in this page load: going back must not show them again. */
const used = new Set<number>()

/**
 * Keeps the queue true. At the beginning: answers of an earlier visit that wait in the outbox go
 * first, and the queue is asked for anew. At the end: the server may have more than it sent.
 * False until the first card may be shown.
 */
export function useFreshQueue({ userId, outbox, scope, payload, driver }: Input): boolean {
  const [ready, setReady] = useState(true)
  const latest = useRef(driver)
  useEffect(() => {
    latest.current = driver
  })

  useEffect(() => {
    if (outbox === null) return
    let gone = false
    const stale = used.has(payload.serverNow)
    const refresh = async () => {
      await outbox.ready
      if (gone) return
      // Development mounts twice; the mark is set only by a mount that stays.
      used.add(payload.serverNow)
      if (!stale && outbox.status().waiting === 0) return
      setReady(false)
      await outbox.flush()
      const fresh = (await fetchSession(userId, scope)) ?? payload
      if (gone) return
      const unsent = outbox.waitingFor()
      const cards = fresh.cards.filter(({ question }) => !unsent.has(question.id))
      latest.current.restart({ ...fresh, cards })
      setReady(true)
    }
    void refresh()
    return () => {
      gone = true
    }
  }, [userId, outbox, scope, payload])

  const { session } = driver
  const low = session.waiting.length < 3 && (session.current === null || session.done.length > 0)
  const asked = useRef(-1)
  useEffect(() => {
    const done = session.done.length
    if (outbox === null || !low || done === 0 || asked.current === done) return
    const { counts } = payload
    const more = counts.learning + counts.review + counts.new > 0
    if (!more && session.current !== null) return
    asked.current = done
    void outbox
      .flush()
      .then(() => fetchSession(userId, scope))
      .then((fresh) => {
        if (fresh === null) return
        latest.current.dispatch({ type: 'topUp', at: latest.current.now(), cards: fresh.cards })
      })
  }, [userId, outbox, scope, payload, low, session.done.length, session.current])

  return ready
}
