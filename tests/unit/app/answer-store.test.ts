import { expect, test } from 'vitest'
import { browserStore, type KeptAnswer } from '@/app/_study/exam-outbox/answer-store'
import { examOutbox } from '@/app/_study/exam-outbox/exam-outbox'
import { troubleOf } from '@/app/(focus)/exams/[id]/paper/_components/saved-line'
import { memoryStorage } from '@/tests/support/memory-storage'

const KEPT: KeptAnswer = { answer: { kind: 'text', text: 'Moscow' }, at: 10, state: 'waiting' }

const failing = (name: string) => () => {
  throw new DOMException('', name)
}

test('what was stored is found again, of this attempt only', () => {
  const storage = memoryStorage()
  browserStore('noor', 'first', () => storage).put(3, KEPT)
  expect([...browserStore('noor', 'first', () => storage).load()]).toEqual([[3, KEPT]])
  expect([...browserStore('noor', 'second', () => storage).load()]).toEqual([])
  expect([...browserStore('kim', 'first', () => storage).load()]).toEqual([])
})

test('one entry that cannot be read does not hide the others', () => {
  const storage = memoryStorage()
  const store = browserStore('noor', 'first', () => storage)
  store.put(3, KEPT)
  storage.setItem('steppe-exam:noor:first:4', '{"answer":')
  storage.setItem('steppe-exam:noor:first:5', '"?"')
  expect([...store.load()]).toEqual([[3, KEPT]])
})

test.each([
  ['forbids storage', failing('SecurityError')],
  ['has no room', () => ({ ...memoryStorage(), setItem: failing('QuotaExceededError') })],
])(
  'in a browser that %s, answers are sent, and the page says that only this tab has them',
  async (_how, storage) => {
    let reachable = false
    const outbox = examOutbox([], async (answers) =>
      reachable
        ? {
            kind: 'answered',
            results: answers.map(({ position }) => ({ position, status: 'saved' })),
            serverNow: 0,
            endsAt: 0,
            ageMs: 0,
          }
        : { kind: 'unreachable' },
    )
    outbox.open(browserStore('noor', 'first', storage))
    outbox.give(0, KEPT.answer, 10)
    expect(troubleOf(outbox.status())).toMatch(/1 answer kept in this tab only: leave it open/)
    await outbox.flush()
    expect(troubleOf(outbox.status())).toMatch(/No connection. 1 answer kept in this tab only/)
    reachable = true
    expect(await outbox.flush()).toBe(true)
    expect(troubleOf(outbox.status())).toBeNull()
    outbox.forget()
  },
)

test.each([
  ['unreachable', 'No connection'],
  ['failing', 'The server is not working properly'],
  ['signed-out', 'You are signed out'],
] as const)('an exam whose server is %s says so, and where the answer is', async (kind, words) => {
  const outbox = examOutbox([], async () => ({ kind }))
  outbox.open(browserStore('noor', 'first', memoryStorage))
  outbox.give(0, KEPT.answer, 10)
  await outbox.flush()
  expect(troubleOf(outbox.status())).toContain(words)
  expect(troubleOf(outbox.status())).toContain('1 answer kept in this browser')
})
