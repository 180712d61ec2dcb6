import { describe, expect, test } from 'vitest'
import { boundedStore } from '@/app/_study/outbox/bounded-store'
import { createOutbox } from '@/app/_study/outbox/outbox'
import type { Sent } from '@/app/_study/outbox/send'
import { storageWords } from '@/app/_study/outbox/storage-words'
import type { OutboxStore } from '@/app/_study/outbox/store'
import { spokenState } from '@/app/_study/session/save-state'
import { manualTimer, settled } from '@/tests/support/manual-timer'
import { entry } from './entries'

const TEN_SECONDS_MS = 10_000

const storeThat = (fail: () => Promise<never>): OutboxStore => ({
  load: fail,
  add: fail,
  settle: fail,
  dismiss: fail,
  keepSession: fail,
  sessions: fail,
})
const dies = (name: string) => storeThat(() => Promise.reject(new DOMException('', name)))

const breaks = [
  ['silent', storeThat(() => new Promise<never>(() => {}))],
  ['full', dies('QuotaExceededError')],
  ['forbidden', dies('SecurityError')],
  ['broken', dies('UnknownError')],
] as const

/** A tab whose store is broken, and what its server was sent. */
function tabWith(store: OutboxStore, answer: (ids: readonly string[]) => Sent) {
  const clock = manualTimer()
  const sent: string[] = []
  const outbox = createOutbox({
    store: boundedStore(store, clock.timer),
    send: async (events) => {
      const ids = events.map(({ id }) => id)
      sent.push(...ids)
      return answer(ids)
    },
    alone: (work) => work(),
    tell: () => {},
    pauseMs: () => 60_000,
    steadyNow: clock.now,
  })
  return { clock, sent, outbox }
}

const accepted = (ids: readonly string[]): Sent => ({
  kind: 'answered',
  results: ids.map((id) => ({ id, status: 'duplicate', questionId: 'q', card: null }) as never),
  serverNow: null,
})

describe.each(breaks)('with a storage that is %s', (state, store) => {
  test('answers reach the server within ten seconds', async () => {
    const { clock, sent, outbox } = tabWith(store, accepted)
    void outbox.add(entry('a'), null)
    await clock.pass(TEN_SECONDS_MS)
    await settled()
    void outbox.add(entry('b'), null)
    await clock.pass(TEN_SECONDS_MS)
    await settled()
    expect(sent).toEqual(['a', 'b'])
    expect(outbox.status()).toMatchObject({ waiting: 0, storage: state })
  })

  test('the page says within ten seconds what is at risk, also when no server answers', async () => {
    const { clock, outbox } = tabWith(store, () => ({ kind: 'failed', reached: false }))
    void outbox.add(entry('a'), null)
    await clock.pass(TEN_SECONDS_MS)
    await settled()
    expect(outbox.status()).toMatchObject({ waiting: 1, storage: state })
    expect(spokenState(outbox.status())).toContain('Keep this tab open')
    expect(storageWords(state)).toContain('lost when it closes')
  })

  test('a session starts: nothing that it asks of the store hangs', async () => {
    const { clock, outbox } = tabWith(store, accepted)
    const started = Promise.all([outbox.ready, outbox.sessions('', 0)])
    await clock.pass(TEN_SECONDS_MS)
    expect(await started).toEqual([undefined, []])
  })
})
