'use client'

import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Session } from '@/lib/review/session'
import { BUILD, type KeptSession, thisTab } from '../outbox/kept-session'
import type { Outbox } from '../outbox/outbox'
import type { ServerClock } from '../outbox/server-clock'

type Input = {
  outbox: Outbox | null
  /** Null means that nothing is stored. */
  scope: string | null
  latest: RefObject<Session>
  base: RefObject<KeptSession['ground']>
  clock: () => ServerClock
}

type Keeping = {
  /** The present session, to be stored together with an event. */
  readonly present: () => KeptSession | null
  /** Stores the session after a pause, when no event could be lost. */
  readonly soon: () => void
}

const QUIET_MS = 300

export function useKeeping({ outbox, scope, latest, base, clock }: Input): Keeping {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const keeping = useMemo<Keeping>(() => {
    const present = (): KeptSession | null => {
      if (scope === null) return null
      const { clock: dayClock, model, load } = base.current
      const { now, offsetMs } = clock()
      return {
        scope,
        tab: thisTab(),
        build: BUILD,
        session: latest.current,
        ground: { clock: dayClock, model, load },
        savedAt: now(),
        offsetMs: offsetMs(),
      }
    }
    const soon = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const kept = present()
        if (kept !== null) void outbox?.keepSession(kept)
      }, QUIET_MS)
    }
    return { present, soon }
  }, [outbox, scope, latest, base, clock])
  useEffect(() => () => clearTimeout(timer.current), [])
  return keeping
}
