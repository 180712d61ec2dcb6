import { expect, test } from 'vitest'
import { readReply } from '@/app/_study/outbox/read-reply'
import type { ReviewOutcome } from '@/lib/review/wire'
import { entry } from './entries'

const a = entry('a')
const b = entry('b')
const rejected: ReviewOutcome = {
  id: null,
  status: 'rejected',
  reason: 'malformed',
  message: 'It is not an event.',
}
const answered = (...results: readonly ReviewOutcome[]) =>
  ({ kind: 'answered', results, serverNow: 7 }) as const

test('a rejected event is settled under its own id and kept with the reason', () => {
  expect(readReply([a], answered(rejected))).toEqual({
    kind: 'settled',
    outcomes: [{ ...rejected, id: 'a' }],
    refused: [{ ...a, message: 'It is not an event.' }],
    serverNow: 7,
  })
})

test('an event without an outcome of its own is not settled', () => {
  const reply = readReply([a, b], answered(rejected))
  expect(reply).toMatchObject({ kind: 'settled', outcomes: [{ id: 'a' }], refused: [a] })
})

test('a reply without any outcome is a failure of a server that was reached', () => {
  expect(readReply([a], answered())).toEqual({ kind: 'failed', reached: true })
})

test('a batch that is refused as a whole is sent again one by one', () => {
  const sent = { kind: 'refused', message: 'The request is larger than 1 MB.' } as const
  expect(readReply([a, b], sent)).toEqual({ kind: 'one-by-one' })
})

test('an event that is refused alone is settled as rejected, and kept with the reason', () => {
  expect(readReply([a], { kind: 'refused', message: 'The request is larger than 1 MB.' })).toEqual({
    kind: 'settled',
    outcomes: [
      {
        id: 'a',
        status: 'rejected',
        reason: 'malformed',
        message: 'The request is larger than 1 MB.',
      },
    ],
    refused: [{ ...a, message: 'The request is larger than 1 MB.' }],
    serverNow: null,
  })
})
