import { expect, test, vi } from 'vitest'
import { boundedStore, STORE_PATIENCE_MS } from '@/app/_study/outbox/bounded-store'
import { TooLateError } from '@/app/_study/outbox/patience'
import type { OutboxStore } from '@/app/_study/outbox/store'
import { manualTimer, settled } from '@/tests/support/manual-timer'

const never = () => new Promise<never>(() => {})

const working: OutboxStore = {
  load: async () => ({ events: [], refused: [] }),
  add: async () => {},
  settle: async () => {},
  dismiss: async () => {},
  keepSession: async () => {},
  sessions: async () => [],
}

test('a store that answers is passed on, and so is its error', async () => {
  const { timer } = manualTimer()
  const full = new DOMException('', 'QuotaExceededError')
  const store = boundedStore({ ...working, add: () => Promise.reject(full) }, timer)
  expect(await store.load()).toEqual({ events: [], refused: [] })
  await expect(store.dismiss()).resolves.toBeUndefined()
  await expect(store.add({ event: never() as never, prompt: null })).rejects.toBe(full)
})

test('a store that never answers is given up in time, and later calls do not wait at all', async () => {
  const { timer, pass } = manualTimer()
  const store = boundedStore({ ...working, load: never, dismiss: never }, timer)
  const loading = expect(store.load()).rejects.toBeInstanceOf(TooLateError)
  await pass(STORE_PATIENCE_MS)
  await loading
  await expect(store.dismiss()).rejects.toBeInstanceOf(TooLateError)
})

test('a store that answers late counts as silent only until then', async () => {
  const { timer, pass } = manualTimer()
  let answer = () => {}
  const load = vi.fn(working.load)
  load.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = () => resolve({ events: [], refused: [] })
      }),
  )
  const store = boundedStore({ ...working, load }, timer)
  const loading = expect(store.load()).rejects.toBeInstanceOf(TooLateError)
  await pass(STORE_PATIENCE_MS)
  await loading
  answer()
  await settled()
  expect(await store.load()).toEqual({ events: [], refused: [] })
})
