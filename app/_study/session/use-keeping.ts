'use client'

import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Session } from '@/lib/review/session'
import { afterPaint } from '../after-paint'
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
  /** Stores the session after a pause. */
  readonly soon: () => void
  /**
   * Stores it when the screen shows what was just done, because a copy of all its cards would delay
   * the next one. The answer itself is stored at once. Whoever resumes a session that was stored
   * without its last answer is not shown that card again (`resumed`).
   */
  readonly afterPaint: () => void
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
    const keep = () => {
      const kept = present()
      if (kept !== null) void outbox?.keepSession(kept)
    }
    const soon = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, QUIET_MS)
    }
    return { soon, afterPaint: () => void afterPaint().then(keep) }
  }, [outbox, scope, latest, base, clock])
  useEffect(() => () => clearTimeout(timer.current), [])
  return keeping
}
