import type { Outbox } from '@/app/_study/outbox/outbox'
import type { SessionDriver } from '@/app/_study/session/use-session'
import { MINUTE_MS } from '@/lib/kernel/duration'
import type { SessionPayload } from '@/lib/review/wire'
import { fetchSession } from './fetch-session'
import { LOW } from './low-queue'

export type Convergence = {
  /** Whether the server has cards beyond those that it sent. */
  readonly hasMore: () => boolean
  /** Asks the server now, unless it is being asked. */
  readonly ask: () => void
  readonly stop: () => void
}

type Input = {
  userId: string
  outbox: Outbox
  scope: string | null
  payload: SessionPayload
  driver: () => SessionDriver
}

/** The shortest time between two requests when somebody returns to the tab. */
const PAUSE_MS = 15_000
/** The time from one request to the next while they work in it. */
const ROUND_MS = 3 * MINUTE_MS
const FIRST_RETRY_MS = 4000
const LONGEST_RETRY_MS = MINUTE_MS

/** Asks the server now and then, on return to the tab, and when it is told to. */
export function converge({ userId, outbox, scope, payload, driver }: Input): Convergence {
  let gone = false
  let busy = false
  let since = payload.serverNow
  let lastAt = performance.now()
  let failures = 0
  let more = total(payload.counts) > payload.cards.length
  let retry: ReturnType<typeof setTimeout> | undefined

  const run = async () => {
    busy = true
    clearTimeout(retry)
    await outbox.flush()
    const startedAt = performance.now()
    const from = driver().now()
    const fresh = await fetchSession(userId, scope, since)
    busy = false
    if (gone) return
    if (fresh === null) {
      failures += 1
      const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1))
      retry = setTimeout(run, wait)
      return
    }
    failures = 0
    since = fresh.serverNow
    lastAt = performance.now()
    driver().correctClock(fresh.serverNow, lastAt - startedAt)
    takeIn(fresh, from, outbox, driver())
    more = total(fresh.counts) > fresh.cards.length
  }
  const ask = (why: 'wanted' | 'routine') => {
    if (busy || document.visibilityState === 'hidden') return
    if (why === 'routine' && performance.now() - lastAt < PAUSE_MS) return
    void run()
  }
  const comeBack = () => ask('routine')
  const online = () => ask('wanted')
  const round = setInterval(() => ask('routine'), ROUND_MS)
  window.addEventListener('focus', comeBack)
  window.addEventListener('online', online)
  document.addEventListener('visibilitychange', comeBack)
  return {
    hasMore: () => more,
    ask: () => ask('wanted'),
    stop() {
      gone = true
      clearTimeout(retry)
      clearInterval(round)
      window.removeEventListener('focus', comeBack)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', comeBack)
    },
  }
}

function takeIn(fresh: SessionPayload, from: number, outbox: Outbox, driver: SessionDriver): void {
  const { dispatch, now } = driver
  const doneSince = new Set(
    driver.session.done.filter(({ at }) => at >= from).map(({ questionId }) => questionId),
  )
  for (const { questionId, card } of fresh.changed) {
    // If the server did not know our own answer yet, its card is older than ours.
    if (!doneSince.has(questionId)) dispatch({ type: 'elsewhere', at: now(), questionId, card })
  }
  if (driver.session.waiting.length >= LOW) return
  const unsent = new Set(outbox.waitingFor().values())
  const cards = fresh.cards.filter(({ question }) => !unsent.has(question.id))
  dispatch({ type: 'topUp', at: now(), cards, beyond: fresh.beyond })
}

const total = ({ learning, review, new: fresh }: SessionPayload['counts']) =>
  learning + review + fresh
