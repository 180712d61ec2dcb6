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

/** Payloads that were already used in this page load. Going back must not show them again. */
const used = new Set<number>()

const SAME_SESSION_MS = 30 * MINUTE_MS
const KEPT_MS = 2 * DAY_MS
const PATIENCE_MS = 4000

/**
 * Keeps the queue up to date. At the beginning, answers from an earlier visit that wait in the
 * outbox are sent first and the queue is fetched again; where the server cannot be reached, the
 * stored session continues. Later, what other devices did is taken in and more cards are added.
 * Returns false until the first card may be shown.
 */
export function useFreshQueue({ userId, outbox, scope, payload, driver }: Input): boolean {
  const [ready, setReady] = useState(true)
  const [started, setStarted] = useState(false)
  const latest = useRef(driver)
  useEffect(() => {
    latest.current = driver
  })

  const isCram = driver.session.context === 'cram'
  useEffect(() => {
    if (outbox === null || isCram) return
    let gone = false
    const start = async () => {
      await outbox.ready
      const all = await outbox.sessions(scope ?? '', payload.serverNow - KEPT_MS)
      if (gone) return
      const kept = bestOf(all)
      // The page came from a cache, or somebody left it and came back.
      const stale =
        used.has(payload.serverNow) || (kept !== null && payload.serverNow < kept.savedAt)
      // In development React mounts twice. Only a mount that stays sets the mark.
      used.add(payload.serverNow)
      const restart = (fresh: SessionPayload) => {
        const unsent = new Set(outbox.waitingFor().values())
        const cards = fresh.cards.filter(({ question }) => !unsent.has(question.id))
        const earlier = kept && isSameSession(kept, fresh) ? kept.session : null
        latest.current.restart({ ...fresh, cards }, earlier)
      }
      // Where nothing can be stored, what waits is from this visit.
      const { waiting, storage } = outbox.status()
      if (!stale && (waiting === 0 || storage !== 'works')) {
        // Somebody who has rated a card meanwhile must not see it again.
        const hasRated = latest.current.session.done.length > 0
        if (kept && isSameSession(kept, payload) && !hasRated) restart(payload)
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
    void start().finally(() => {
      if (!gone) setStarted(true)
    })
    return () => {
      gone = true
    }
  }, [userId, outbox, scope, payload, isCram])

  useConvergence({ userId, outbox: started ? outbox : null, scope, payload, driver })
  return ready
}

/**
 * Whether this tab's earlier session continues: it was left unfinished a short time ago, on the
 * same study day.
 */
function isSameSession({ session, savedAt, tab }: KeptSession, fresh: SessionPayload): boolean {
  return (
    tab === thisTab() &&
    session.done.length > 0 &&
    (session.current !== null || session.learning.length > 0) &&
    fresh.serverNow - savedAt < SAME_SESSION_MS &&
    session.today === studyDayOf(fresh.serverNow, fresh.clock)
  )
}

/** A network that does not answer in time is treated as none. */
function withinPatience<T>(work: Promise<T>): Promise<T | null> {
  return Promise.race([
    work,
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS)),
  ])
}
