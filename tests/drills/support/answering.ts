import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { gradedEvent } from '../../support/graded-event'
import type { HttpClient } from '../../support/http-client'

type Event = { readonly id: string; readonly questionId: string }

/** Somebody who answers without a pause, and keeps what was not acknowledged, as a browser does. */
export type Answering = {
  /** Ids that the server said it has. */
  readonly acknowledged: ReadonlySet<string>
  /** Every id that was made. */
  readonly made: () => number
  readonly start: () => void
  /** Makes no more answers, and sends those that wait until each is acknowledged. */
  readonly settle: () => Promise<void>
  /** Sends nothing more: the program is not coming back. */
  readonly giveUp: () => void
  /** Statuses other than 200 and 503, which nobody should see. */
  readonly surprises: readonly string[]
}

const BATCH = 5
const PATIENCE_MS = 20_000
const PAUSE_MS = 100

/** `client` is asked for again before each request, since a port may change between two starts. */
export function answering(client: () => HttpClient, questions: readonly string[]): Answering {
  const acknowledged = new Set<string>()
  const waiting: Event[] = []
  const surprises: string[] = []
  let made = 0
  let isMaking = false
  let hasGivenUp = false
  let loop: Promise<void> | null = null

  const make = () => {
    while (waiting.length < BATCH) {
      waiting.push({ id: uuidv7(), questionId: questions[made % questions.length] ?? '' })
      made += 1
    }
  }
  const send = async (): Promise<boolean> => {
    const events = waiting.slice(0, BATCH).map(gradedEvent)
    const response = await client().request('/api/reviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status !== 200) {
      if (response.status !== 503) surprises.push(`${response.status} ${await response.text()}`)
      return false
    }
    const { results }: { results: { id: string; status: string }[] } = await response.json()
    for (const { id, status } of results) {
      if (status !== 'accepted' && status !== 'duplicate') surprises.push(`${id} ${status}`)
      acknowledged.add(id)
    }
    waiting.splice(0, events.length)
    return true
  }
  const run = async () => {
    while (!hasGivenUp && (isMaking || waiting.length > 0)) {
      if (isMaking) make()
      // A connection that was cut may or may not have stored them: they are sent again.
      const isSent = await send().catch(() => false)
      if (!isSent) await wait(PAUSE_MS)
    }
  }
  return {
    acknowledged,
    surprises,
    made: () => made,
    start() {
      isMaking = true
      loop ??= run()
    },
    async settle() {
      isMaking = false
      await loop
      loop = null
    },
    giveUp() {
      hasGivenUp = true
    },
  }
}
