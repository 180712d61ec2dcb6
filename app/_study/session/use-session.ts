'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { asEventId } from '@/lib/kernel/ids'
import { studyDayOf } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import type { Counts } from '@/lib/review/queue'
import { continued, resumed } from '@/lib/review/resume'
import {
  newSession,
  type Session,
  type SessionAction,
  type SessionContext,
} from '@/lib/review/session'
import { reduce } from '@/lib/review/session-reducer'
import type { SessionCard, SessionGround } from '@/lib/review/wire'
import type { KeptSession } from '../outbox/kept-session'
import type { Outbox } from '../outbox/outbox'
import { browserClocks, type ServerClock, serverClock } from '../outbox/server-clock'
import { useKeeping } from './use-keeping'

type Ground = Pick<SessionGround, 'serverNow' | 'clock' | 'model' | 'load'> & {
  readonly beyond?: Counts
}

export type SessionDriver = {
  readonly session: Session
  readonly now: () => number
  readonly dispatch: (action: SessionAction) => void
  readonly rate: (rating: Rating) => void
  readonly setAside: (what: 'bury' | 'suspend') => void
  /** Tells the instructors what is wrong with the shown question. */
  readonly flag: (comment: string) => void
  readonly undo: () => void
  /**
   * Starts again with other cards, for example after a late flush. With `earlier`, the earlier
   * session continues.
   */
  readonly restart: (
    payload: Ground & { cards: readonly SessionCard[] },
    earlier?: Session | null,
  ) => void
  /** Resumes a stored session when the server cannot be reached. */
  readonly resume: (kept: KeptSession) => void
  /** Takes in the server's time. */
  readonly correctClock: (serverNow: number, ageMs: number) => void
}

/**
 * Runs the reducer in the browser. The next card appears without waiting for the server, and events
 * go to the outbox. `keepAs`: the scope under which the session is stored, so that it survives the
 * page. Null for sessions that are too short for this.
 */
export function useSession(
  ground: Ground,
  cards: readonly SessionCard[],
  context: SessionContext,
  outbox: Outbox | null,
  keepAs: string | null = null,
): SessionDriver {
  const clock = useRef<ServerClock | null>(null)
  const base = useRef<Pick<SessionGround, 'clock' | 'model' | 'load'>>(ground)
  // Computed from the payload alone, so that the server renders the same first card.
  const [session, setSession] = useState(() => begin(cards, ground, context))
  const latest = useRef(session)

  const serverTime = useCallback(() => {
    clock.current ??= serverClock(ground.serverNow, browserClocks)
    return clock.current
  }, [ground.serverNow])
  const now = useCallback(() => serverTime().now(), [serverTime])
  const keeping = useKeeping({ outbox, scope: keepAs, latest, base, clock: serverTime })

  const show = useCallback((next: Session) => {
    latest.current = next
    setSession(next)
  }, [])
  const dispatch = useCallback(
    (action: SessionAction) => {
      const before = latest.current
      const { session: next, events } = reduce(before, action)
      if (next === before) return
      show(next)
      for (const event of events) {
        const { questionId } = event
        const known = next.cards[questionId]
        const prompt = known?.question.prompt ?? null
        const changed = known ? { questionId, card: known.card } : null
        void outbox?.add({ event, prompt }, changed)
      }
      if (events.length === 0) keeping.soon()
      else keeping.afterPaint()
    },
    [outbox, show, keeping],
  )
  const moment = useCallback(() => {
    const at = now()
    return { at, day: studyDayOf(at, base.current.clock), eventId: asEventId(uuidv7()) }
  }, [now])

  // The offset is measured when the page starts, not at the first answer.
  useEffect(() => void now(), [now])
  useEffect(() => {
    const elsewhere = ({ questionId, card }: Pick<ElsewhereAction, 'questionId' | 'card'>) =>
      dispatch({ type: 'elsewhere', at: now(), questionId, card })
    return outbox?.listen({
      onOutcome(outcome) {
        const isOurs = latest.current.pending.some(({ id }) => id === outcome.id)
        if (isOurs) dispatch({ type: 'outcome', outcome })
        else if (outcome.status !== 'rejected') elsewhere(outcome)
      },
      onChanged: elsewhere,
      onServerTime: (serverNow, ageMs) => serverTime().correct(serverNow, ageMs),
    })
  }, [outbox, dispatch, now, serverTime])

  return {
    session,
    now,
    dispatch,
    rate: (rating) => dispatch({ type: 'grade', rating, ...moment() }),
    setAside: (what) => dispatch({ type: what, ...moment() }),
    flag: (comment) => dispatch({ type: 'flag', comment, ...moment() }),
    undo: () => dispatch({ type: 'undo', at: now(), eventId: asEventId(uuidv7()) }),
    restart(payload, earlier = null) {
      clock.current = serverClock(payload.serverNow, browserClocks)
      base.current = payload
      const fresh = begin(payload.cards, payload, context)
      const waiting = outbox?.waitingFor() ?? NOTHING
      const next =
        earlier === null ? fresh : continued(fresh, earlier, waiting, latest.current.current)
      show(reduce(next, { type: 'tick', at: payload.serverNow }).session)
      keeping.soon()
    },
    resume(kept) {
      const at = Math.max(kept.savedAt, Date.now() + kept.offsetMs)
      clock.current = serverClock(at, browserClocks)
      base.current = kept.ground
      const taken = resumed(kept.session, outbox?.waitingFor() ?? NOTHING, at)
      show(reduce(taken, { type: 'start', at }).session)
    },
    correctClock: (serverNow, ageMs) => serverTime().correct(serverNow, ageMs),
  }
}

type ElsewhereAction = Extract<SessionAction, { type: 'elsewhere' }>

const NOTHING: ReadonlyMap<string, string> = new Map()

function begin(cards: readonly SessionCard[], ground: Ground, context: SessionContext): Session {
  const today = studyDayOf(ground.serverNow, ground.clock)
  const session = newSession(cards, ground.model, context, today, ground.load)
  const { beyond } = ground
  const whole = context === 'cram' ? session : { ...session, beyond }
  return reduce(whole, { type: 'start', at: ground.serverNow }).session
}
