'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { interfaceOf } from '@/app/_study/answers/kinds'
import { browserStore } from '@/app/_study/exam-outbox/answer-store'
import { type ExamOutboxStatus, examOutbox } from '@/app/_study/exam-outbox/exam-outbox'
import { sendAnswers, sendHandIn } from '@/app/_study/exam-outbox/send-answers'
import { browserClocks, serverClock } from '@/app/_study/outbox/server-clock'
import type { AttemptAnswer, Paper } from '@/lib/exam/paper'
import type { Answer } from '@/lib/kinds/types'

const TICK_MS = 1000
/** Typing is sent after a pause, not letter by letter. */
const PAUSE_MS = 400
const LONGEST_WAIT_MS = 15_000
/** How often a page without answers to send asks when the attempt ends. */
const ASK_AGAIN_MS = 60_000

export type ExamState = {
  /** The server's time in ms. It advances once a second. */
  readonly now: number
  /** When the attempt ends (ms), as the server said last. */
  readonly endsAt: number
  readonly status: ExamOutboxStatus
  /**
   * `ending`: the attempt is handed in or its time is up, but answers may still be on their way.
   */
  readonly phase: 'asking' | 'ending' | 'over'
  /** All answers have arrived, but the hand-in has not. It is sent again by itself. */
  readonly isStuck: boolean
  readonly give: (position: number, answer: Answer) => void
  readonly handIn: () => void
  /** Leaves the hand-in while there is still time. */
  readonly backToQuestions: () => void
}

/** The attempt in this tab: its clock, its answers, and how they reach the server. */
export function useExam(paper: Paper): ExamState {
  const { attemptId, userId, examId } = paper
  const router = useRouter()
  const [clock] = useState(() => serverClock(paper.serverNow, browserClocks))
  const [endsAt, setEndsAt] = useState(paper.endsAt)
  const askedAt = useRef(paper.serverNow)
  const [contact] = useState(() => async (answers: readonly AttemptAnswer[]) => {
    const sent = await sendAnswers({ userId, attemptId }, answers)
    askedAt.current = clock.now()
    if (sent.kind !== 'answered') return sent
    clock.correct(sent.serverNow, sent.ageMs)
    setEndsAt(sent.endsAt)
    return sent
  })
  const [outbox] = useState(() => examOutbox(paper.answers, contact))
  const status = useSyncExternalStore(outbox.subscribe, outbox.status, outbox.status)
  const [now, setNow] = useState(paper.serverNow)
  const [handingIn, setHandingIn] = useState(false)
  const [over, setOver] = useState(false)
  const [isStuck, setStuck] = useState(false)
  const retry = useRef({ at: 0, waitMs: TICK_MS, busy: false })
  const ending = handingIn || now >= endsAt

  const work = useCallback(async () => {
    const plan = retry.current
    if (plan.busy || clock.now() < plan.at) return
    plan.busy = true
    const clear = await outbox.flush()
    const handed = clear && ending ? await sendHandIn({ userId, attemptId }, !handingIn) : null
    const done = handed?.kind === 'handed-in'
    const runsOn = handed?.kind === 'runs-on'
    if (runsOn) setEndsAt(handed.endsAt)
    plan.busy = false
    const failed = !clear || (ending && !done && !runsOn)
    plan.waitMs = failed ? Math.min(plan.waitMs * 2, LONGEST_WAIT_MS) : TICK_MS
    plan.at = failed ? clock.now() + plan.waitMs : 0
    setStuck(clear && ending && !done && !runsOn)
    if (done) setOver(true)
  }, [outbox, clock, ending, handingIn, userId, attemptId])

  useEffect(() => {
    const store = browserStore(userId, attemptId)
    outbox.open(store)
    // Loaded while there is a network, because a question may come up when there is none.
    for (const kind of new Set(paper.questions.map((question) => question.kind))) {
      const { code, data } = interfaceOf(kind).later
      for (const load of [...code, ...data]) load().catch(() => {})
    }
    const onStorage = () => outbox.open(store)
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [outbox, userId, attemptId, paper])

  useEffect(() => {
    if (over) return
    const tick = () => {
      setNow(clock.now())
      if (ending || outbox.status().waiting > 0) void work()
      else if (clock.now() - askedAt.current >= ASK_AGAIN_MS) {
        askedAt.current = clock.now()
        void contact([])
      }
    }
    const atOnce = () => {
      retry.current.at = 0
      tick()
    }
    if (ending) void work()
    const timer = setInterval(tick, TICK_MS)
    window.addEventListener('online', atOnce)
    window.addEventListener('pagehide', atOnce)
    document.addEventListener('visibilitychange', atOnce)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', atOnce)
      window.removeEventListener('pagehide', atOnce)
      document.removeEventListener('visibilitychange', atOnce)
    }
  }, [clock, outbox, contact, work, ending, over])

  const anyRefused = [...status.answers.values()].some(({ state }) => state === 'refused')
  useEffect(() => {
    if (!over || anyRefused) return
    outbox.forget()
    router.replace(`/exams/${examId}`)
  }, [over, anyRefused, outbox, router, examId])

  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  return {
    now,
    endsAt,
    status,
    phase: over ? 'over' : ending ? 'ending' : 'asking',
    isStuck,
    give(position, answer) {
      outbox.give(position, answer, clock.now())
      clearTimeout(pause.current)
      pause.current = setTimeout(() => void work(), PAUSE_MS)
    },
    handIn: () => {
      retry.current.at = 0
      setHandingIn(true)
    },
    backToQuestions: () => setHandingIn(false),
  }
}
