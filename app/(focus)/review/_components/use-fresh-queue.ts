'use client'

import { useEffect, useRef, useState } from 'react'
import { bestOf, type KeptSession, thisTab } from '@/app/_study/outbox/kept-session'
import type { Outbox } from '@/app/_study/outbox/outbox'
import type { SessionDriver } from '@/app/_study/session/use-session'
import { DAY_MS, MINUTE_MS } from '@/lib/kernel/duration'
import { studyDayOf } from '@/lib/kernel/study-day'
import type { SessionPayload } from '@/lib/review/wire'
import { fetchSession } from './fetch-session'
import { useConvergence } from './use-convergence'

type Input = {
  userId: string
  outbox: Outbox | null
  scope: string | null
  payload: SessionPayload
  driver: SessionDriver
}

/** Payloads that were worked through in this page load: going back must not show them again. */
const used = new Set<number>()

const [SAME_SITTING_MS, KEPT_MS, PATIENCE_MS] = [30 * MINUTE_MS, 2 * DAY_MS, 4000]

/**
 * Keeps the queue true. At the beginning: answers of an earlier visit that wait in the outbox go
 * first, and the queue is asked for anew; where the server cannot be had, the sitting that was
 * written down goes on. Later: what other devices did is taken in, and the queue topped up.
 * False until the first card may be shown.
 */
export function useFreshQueue({ userId, outbox, scope, payload, driver }: Input): boolean {
  const [ready, setReady] = useState(true)
  const [begun, setBegun] = useState(false)
  const latest = useRef(driver)
  useEffect(() => {
    latest.current = driver
  })

  const isCram = driver.session.context === 'cram'
  useEffect(() => {
    if (outbox === null || isCram) return
    let gone = false
    const begin = async () => {
      await outbox.ready
      const all = await outbox.sessions(scope ?? '', payload.serverNow - KEPT_MS)
      if (gone) return
      const kept = bestOf(all)
      // From a cache, or left and come back to.
      const stale =
        used.has(payload.serverNow) || (kept !== null && payload.serverNow < kept.savedAt)
      // Development mounts twice; the mark is set only by a mount that stays.
      used.add(payload.serverNow)
      const restart = (fresh: SessionPayload) => {
        const unsent = new Set(outbox.waitingFor().values())
        const cards = fresh.cards.filter(({ question }) => !unsent.has(question.id))
        const earlier = kept && isSameSitting(kept, fresh) ? kept.session : null
        latest.current.restart({ ...fresh, cards }, earlier)
      }
      if (!stale && outbox.status().waiting === 0) {
        if (kept && isSameSitting(kept, payload)) restart(payload)
        return
      }
      setReady(false)
      const fresh = await withinPatience(outbox.flush().then(() => fetchSession(userId, scope)))
      if (gone) return
      if (fresh !== null) restart(fresh)
      else if (kept !== null) latest.current.resume(kept)
      else restart(payload)
      setReady(true)
    }
    void begin().finally(() => {
      if (!gone) setBegun(true)
    })
    return () => {
      gone = true
    }
  }, [userId, outbox, scope, payload, isCram])

  useConvergence({ userId, outbox: begun ? outbox : null, scope, payload, driver })
  return ready
}

/** Whether this tab's earlier sitting goes on: left unfinished a little while ago, on the same study day. */
function isSameSitting({ session, savedAt, tab }: KeptSession, fresh: SessionPayload): boolean {
  return (
    tab === thisTab() &&
    session.done.length > 0 &&
    (session.current !== null || session.learning.length > 0) &&
    fresh.serverNow - savedAt < SAME_SITTING_MS &&
    session.today === studyDayOf(fresh.serverNow, fresh.clock)
  )
}

/** A network that swallows requests is none. */
function withinPatience<T>(work: Promise<T>): Promise<T | null> {
  return Promise.race([
    work,
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS)),
  ])
}
