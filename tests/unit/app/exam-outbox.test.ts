import { describe, expect, test } from 'vitest'
import type { AnswerStore, KeptAnswer } from '@/app/_study/exam-outbox/answer-store'
import { examOutbox } from '@/app/_study/exam-outbox/exam-outbox'
import type { SentAnswers } from '@/app/_study/exam-outbox/send-answers'
import { isGiven } from '@/lib/exam/is-given'
import type { AttemptAnswer } from '@/lib/exam/paper'

const typed = (text: string) => ({ kind: 'text' as const, text })

const store = (kept = new Map<number, KeptAnswer>()): AnswerStore & { kept: typeof kept } => ({
  kept,
  load: () => new Map(kept),
  put: (position, answer) => kept.set(position, answer),
  forget: () => kept.clear(),
})

/** A server that saves what it gets, unless told otherwise. */
function server(reply: (sent: readonly AttemptAnswer[]) => SentAnswers | null = () => null) {
  const got: AttemptAnswer[][] = []
  const send = async (answers: readonly AttemptAnswer[]): Promise<SentAnswers> => {
    got.push([...answers])
    const results = answers.map(({ position }) => ({ position, status: 'saved' as const }))
    return reply(answers) ?? { kind: 'answered', results, serverNow: 0, endsAt: 0, ageMs: 0 }
  }
  return { got, send }
}

const stateOf = (outbox: ReturnType<typeof examOutbox>, position: number) =>
  outbox.status().answers.get(position)?.state

describe('an answer', () => {
  test('is kept in the browser until the server has it', async () => {
    let reachable = false
    const { got, send } = server(() => (reachable ? null : { kind: 'unreachable' }))
    const disk = store()
    const outbox = examOutbox([], send)
    outbox.open(disk)
    outbox.give(0, typed('Moscow'), 10)
    expect(await outbox.flush()).toBe(false)
    expect(outbox.status()).toMatchObject({ waiting: 1, reach: 'unreachable' })
    expect(disk.kept.get(0)).toMatchObject({ state: 'waiting' })
    reachable = true
    expect(await outbox.flush()).toBe(true)
    expect(outbox.status()).toMatchObject({ waiting: 0, reach: 'reached' })
    expect(disk.kept.get(0)).toMatchObject({ state: 'saved' })
    expect(await outbox.flush()).toBe(true)
    expect(got).toHaveLength(2)
  })

  test('changed while it is on its way is sent again', async () => {
    const { got, send } = server()
    const outbox = examOutbox([], send)
    outbox.give(0, typed('Mos'), 10)
    const flight = outbox.flush()
    outbox.give(0, typed('Moscow'), 20)
    expect(await flight).toBe(false)
    expect(await outbox.flush()).toBe(true)
    expect(got.map(([first]) => first?.answer)).toEqual([typed('Mos'), typed('Moscow')])
  })

  test('that is refused is neither sent again nor lost', async () => {
    const refusal = {
      position: 0,
      status: 'refused',
      reason: 'received_late',
      message: 'Late.',
    } as const
    const { got, send } = server(() => ({
      kind: 'answered',
      results: [refusal],
      serverNow: 0,
      endsAt: 0,
      ageMs: 0,
    }))
    const outbox = examOutbox([], send)
    outbox.give(0, typed('Moscow'), 10)
    expect(await outbox.flush()).toBe(true)
    expect(await outbox.flush()).toBe(true)
    expect(got).toHaveLength(1)
    expect(outbox.status().answers.get(0)).toMatchObject({ state: 'refused', message: 'Late.' })
  })

  test('of another tab or of before a reload is taken up, and the later one stays', async () => {
    const { got, send } = server()
    const known = [
      { position: 0, answer: typed('server'), at: 50 },
      { position: 1, answer: typed('server'), at: 50 },
    ]
    const outbox = examOutbox(known, send)
    const waiting = (at: number) => ({ answer: typed('kept'), at, state: 'waiting' as const })
    outbox.open(
      store(
        new Map([
          [0, waiting(40)],
          [1, waiting(60)],
          [2, waiting(5)],
        ]),
      ),
    )
    expect([0, 1, 2].map((position) => stateOf(outbox, position))).toEqual([
      'saved',
      'waiting',
      'waiting',
    ])
    await outbox.flush()
    expect(got[0]?.map(({ position }) => position).sort()).toEqual([1, 2])
  })

  test('still goes out where the browser can keep nothing, and that is said', async () => {
    const { got, send } = server()
    const outbox = examOutbox([], send)
    const fail = () => {
      throw new Error('no room')
    }
    outbox.open({ load: fail, put: fail, forget: fail })
    outbox.give(0, typed('Moscow'), 10)
    expect(outbox.status().keeps).toBe(false)
    await outbox.flush()
    expect(got).toHaveLength(1)
  })
})

test('an emptied field and a half-made match are no answers', () => {
  const text = { kind: 'text' as const, prompt: 'Who?' }
  expect(isGiven(text, undefined)).toBe(false)
  expect(isGiven(text, typed(' '))).toBe(false)
  expect(isGiven(text, typed('Moscow'))).toBe(true)
  const match = { kind: 'match' as const, prompt: 'Which?', lefts: ['a', 'b'], rights: ['x', 'y'] }
  const pair = { left: 'a', right: 'x' }
  expect(isGiven(match, { kind: 'match', pairs: [pair] })).toBe(false)
  expect(isGiven(match, { kind: 'match', pairs: [pair, { left: 'b', right: 'y' }] })).toBe(true)
})
