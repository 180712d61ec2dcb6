import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SETTLED } from '@/app/_study/outbox/outbox-status'
import { BATCH, type BatchOutcome, sendRounds } from '@/app/_study/outbox/send-rounds'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Rounds whose batches go as `course` says, one after the other; then nothing waits any more. */
function rounds(course: BatchOutcome[]) {
  const sizes: number[] = []
  const pauses: number[] = []
  let status = { ...SETTLED, waiting: 1 }
  const made = sendRounds({
    status: () => status,
    say: (state) => {
      status = { ...status, state }
    },
    sendBatch: async (size) => {
      sizes.push(size)
      const outcome = course.shift()
      if (outcome === undefined) {
        status = { ...status, waiting: 0 }
        return 'nothing-left'
      }
      if (outcome === 'signed-out') status = { ...status, state: 'signed-out' }
      return outcome
    },
    alone: (work) => work(),
    pauseMs: (failures) => {
      pauses.push(failures)
      return 1000
    },
  })
  return { ...made, sizes, pauses, state: () => status.state }
}

test('a round goes on until nothing is left', async () => {
  const { flush, sizes, isSending } = rounds(['next', 'next'])
  const round = flush()
  expect(isSending()).toBe(true)
  await round
  expect(isSending()).toBe(false)
  expect(sizes).toEqual([BATCH, BATCH, BATCH])
})

test('after a batch that is refused as a whole the round sends one event at a time', async () => {
  const { flush, sizes } = rounds(['one-by-one', 'next'])
  await flush()
  expect(sizes).toEqual([BATCH, 1, 1])
})

test('a round that was asked for during another one follows it', async () => {
  const { flush, sizes } = rounds(['nothing-left', 'next'])
  await Promise.all([flush(), flush()])
  await vi.advanceTimersByTimeAsync(0)
  expect(sizes).toHaveLength(3)
})

test('a round that nobody asked for does not follow', async () => {
  const { flush, sizes } = rounds(['nothing-left', 'next'])
  await flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(sizes).toHaveLength(1)
})

describe('after a failure', () => {
  test('the next round begins by itself, later with each failure in a row', async () => {
    const { flush, sizes, pauses } = rounds(['failed', 'failed'])
    await flush()
    expect(sizes).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sizes).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sizes).toHaveLength(3)
    expect(pauses).toEqual([1, 2])
  })

  test('what was added meanwhile waits for that round', async () => {
    const { flush, sizes } = rounds(['failed'])
    await Promise.all([flush(), flush()])
    expect(sizes).toHaveLength(1)
  })

  test('a success in between starts the counting again', async () => {
    const { flush, pauses } = rounds(['failed', 'next', 'failed'])
    await flush()
    await vi.advanceTimersByTimeAsync(1000)
    expect(pauses).toEqual([1, 1])
  })
})

test('somebody who is signed out is not asked again by itself', async () => {
  const { flush, sizes, state } = rounds(['signed-out'])
  await Promise.all([flush(), flush()])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sizes).toHaveLength(1)
  expect(state()).toBe('signed-out')
})

test('nothing is sent while nothing waits', async () => {
  const { flush, sizes } = rounds([])
  await flush()
  await flush()
  expect(sizes).toHaveLength(1)
})

test('a server that says it will answer soon is asked again soon, however often it said so', async () => {
  const { flush, pauses } = rounds(['try-soon', 'try-soon', 'try-soon', 'try-soon', 'try-soon'])
  await flush()
  for (let i = 0; i < 5; i += 1) await vi.advanceTimersByTimeAsync(1000)
  expect(pauses).toEqual([1, 2, 2, 2, 2])
})
