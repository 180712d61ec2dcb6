import { describe, expect, test, vi } from 'vitest'
import { aloneUnder, LOCK_PATIENCE_MS } from '@/app/_study/outbox/alone'
import { manualTimer, settled } from '@/tests/support/manual-timer'

const held = () => new Promise<never>(() => {})

describe('work runs exactly once', () => {
  test('under the lock when another tab gives it back', async () => {
    const { timer } = manualTimer()
    const work = vi.fn(async () => {})
    await aloneUnder('send', { request: (_name, run) => run() }, timer)(work)
    expect(work).toHaveBeenCalledOnce()
  })

  test('without locks, as on plain http', async () => {
    const work = vi.fn(async () => {})
    await aloneUnder('send', undefined, manualTimer().timer)(work)
    expect(work).toHaveBeenCalledOnce()
  })

  test.each([
    ['rejects', () => Promise.reject(new DOMException('', 'SecurityError'))],
    [
      'throws',
      () => {
        throw new DOMException('', 'SecurityError')
      },
    ],
  ])('where the browser forbids locks and %s', async (_how, request) => {
    const work = vi.fn(async () => {})
    await aloneUnder('send', { request }, manualTimer().timer)(work)
    expect(work).toHaveBeenCalledOnce()
  })

  test('after some seconds when a frozen tab holds the lock, and never again when it thaws', async () => {
    const { timer, pass } = manualTimer()
    const work = vi.fn(async () => {})
    let thaw = async () => {}
    const request = (_name: string, run: () => Promise<void>) => {
      thaw = run
      return held()
    }
    const sending = aloneUnder('send', { request }, timer)(work)
    await settled()
    expect(work).not.toHaveBeenCalled()
    await pass(LOCK_PATIENCE_MS)
    await sending
    await thaw()
    expect(work).toHaveBeenCalledOnce()
  })
})

test('an error of the work is thrown, and the work is not repeated', async () => {
  const work = vi.fn(() => Promise.reject(new Error('no')))
  const alone = aloneUnder('send', { request: (_name, run) => run() }, manualTimer().timer)
  await expect(alone(work)).rejects.toThrow('no')
  expect(work).toHaveBeenCalledOnce()
})
