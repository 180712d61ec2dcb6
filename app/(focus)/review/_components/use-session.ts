'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { asEventId } from '@/lib/kernel/ids'
import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/state'
import {
  newSession,
  type Session,
  type SessionAction,
  type SessionContext,
} from '@/lib/review/session'
import { reduce } from '@/lib/review/session-reducer'
import type { SessionCard, SessionGround } from '@/lib/review/wire'
import type { Outbox } from '../_outbox/outbox'
import { type ServerClock, serverClock } from '../_outbox/server-clock'

type Ground = Pick<SessionGround, 'serverNow' | 'clock' | 'model' | 'load'>

export type SessionDriver = {
  readonly session: Session
  readonly now: () => number
  readonly dispatch: (action: SessionAction) => void
  readonly rate: (rating: Rating) => void
  readonly setAside: (what: 'bury' | 'suspend') => void
  /** Tells the instructors what is wrong with the shown question. */
  readonly flag: (comment: string) => void
  readonly undo: () => void
  /** Begins again with other cards, such as those the server names after a late flush. */
  readonly restart: (payload: Ground & { cards: readonly SessionCard[] }) => void
}

/**
 * Runs the reducer in the browser. The next card comes from memory at once; what the server must
 * be told goes to the outbox.
 */
export function useSession(
  ground: Ground,
  cards: readonly SessionCard[],
  context: SessionContext,
  outbox: Outbox | null,
): SessionDriver {
  const clock = useRef<ServerClock | null>(null)
  const dayClock = useRef<DayClock>(ground.clock)
  // Made of the payload alone, so that the server renders the same first card.
  const [session, setSession] = useState(() => begin(cards, ground, context))
  const latest = useRef(session)

  const now = useCallback(() => {
    clock.current ??= serverClock(ground.serverNow)
    return clock.current.now()
  }, [ground.serverNow])

  const dispatch = useCallback(
    (action: SessionAction) => {
      const { session: next, events } = reduce(latest.current, action)
      latest.current = next
      setSession(next)
      for (const event of events) outbox?.add(event)
    },
    [outbox],
  )
  const moment = useCallback(() => {
    const at = now()
    return { at, day: studyDayOf(at, dayClock.current), eventId: asEventId(uuidv7()) }
  }, [now])

  // The offset is measured as soon as the page runs, not at the first answer.
  useEffect(() => void now(), [now])
  useEffect(
    () => outbox?.onOutcome((outcome) => dispatch({ type: 'outcome', outcome })),
    [outbox, dispatch],
  )

  return {
    session,
    now,
    dispatch,
    rate: (rating) => dispatch({ type: 'grade', rating, ...moment() }),
    setAside: (what) => dispatch({ type: what, ...moment() }),
    flag: (comment) => dispatch({ type: 'flag', comment, ...moment() }),
    undo: () => dispatch({ type: 'undo', at: now(), eventId: asEventId(uuidv7()) }),
    restart(payload) {
      clock.current = serverClock(payload.serverNow)
      dayClock.current = payload.clock
      latest.current = begin(payload.cards, payload, context)
      setSession(latest.current)
    },
  }
}

function begin(cards: readonly SessionCard[], ground: Ground, context: SessionContext): Session {
  const today = studyDayOf(ground.serverNow, ground.clock)
  const session = newSession(cards, ground.model, context, today, ground.load)
  return reduce(session, { type: 'start', at: ground.serverNow }).session
}
