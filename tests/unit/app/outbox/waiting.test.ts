import { describe, expect, test } from 'vitest'
import { idOf } from '@/app/_study/outbox/entry'
import {
  added,
  NOTHING_WAITS,
  sendable,
  settled,
  storedIds,
  type Waiting,
  withStored,
  written,
} from '@/app/_study/outbox/waiting'
import { entry } from './entries'

const a = entry('a')
const b = entry('b')
const c = entry('c')

const waits = (waiting: Waiting) => waiting.entries.map(idOf)
const sent = (waiting: Waiting, stored: readonly string[] | null, size = 50) =>
  sendable(waiting, stored && new Set(stored), size).map(idOf)

/** Done in this order, and all written down. */
const stored = (...entries: readonly (typeof a)[]): Waiting =>
  entries.reduce((waiting, one) => written(added(waiting, one), one, true), NOTHING_WAITS)

describe('what may be sent', () => {
  test('is what the store holds, oldest first and no more than the batch', () => {
    expect(sent(stored(a, b, c), ['a', 'b', 'c'], 2)).toEqual(['a', 'b'])
  })

  test('leaves out what is still on its way into the store', () => {
    const waiting = added(stored(a), b)
    expect(sent(waiting, ['a'])).toEqual(['a'])
    expect(sent(waiting, null)).toEqual(['a'])
  })

  test('includes what could not be written down', () => {
    const waiting = written(added(stored(a), b), b, false)
    expect(sent(waiting, ['a'])).toEqual(['a', 'b'])
  })

  test('is all that has been written when the store cannot be read', () => {
    expect(sent(stored(a, b), null)).toEqual(['a', 'b'])
  })
})

describe('reading the store again', () => {
  const reload = (waiting: Waiting, ...entries: readonly (typeof a)[]) =>
    withStored(waiting, entries, storedIds(waiting))

  test('puts what other tabs did before what is in this tab only', () => {
    const waiting = added(stored(a), c)
    expect(waits(reload(waiting, a, b))).toEqual(['a', 'b', 'c'])
  })

  test('drops what was there and is there no longer: another tab has seen it confirmed', () => {
    expect(waits(reload(stored(a, b), b))).toEqual(['b'])
  })

  test('keeps what was never there', () => {
    const waiting = written(added(stored(a), b), b, false)
    expect(waits(reload(waiting))).toEqual(['b'])
  })

  test('keeps what was added while the store was read', () => {
    const before = stored(a)
    const during = written(added(before, b), b, true)
    expect(waits(withStored(during, [a], storedIds(before)))).toEqual(['a', 'b'])
  })

  test('does not bring back what is confirmed and not yet taken out of the store', () => {
    expect(waits(reload(settled(stored(a, b), ['a']), a, b))).toEqual(['b'])
  })
})

test('what is settled waits no longer, wherever it was', () => {
  const waiting = written(added(stored(a), b), b, false)
  const left = settled(waiting, ['a', 'b'])
  expect(waits(left)).toEqual([])
  expect([...left.unwritable]).toEqual([])
})
