import { describe, expect, test } from 'vitest'
import { cardKeys } from '@/app/(focus)/review/_components/card-keys'
import { keyMapOf } from '@/lib/review/keys'
import type { SessionCard } from '@/lib/review/wire'

type Kind = SessionCard['question']['kind']

const typed = (key: string) => ({ key, code: '', shift: false, altGraph: false })

/** A card's keys, and everything that they did. */
function keys(state: { revealed?: boolean; asking?: boolean; isCram?: boolean; kind?: Kind }) {
  const { revealed = false, asking = false, isCram = false, kind = 'text' } = state
  const did: string[] = []
  const handle = cardKeys({
    keyMap: keyMapOf({}),
    kind,
    pick: (key) => kind === 'choice' && key === 'a' && did.push('pick a') > 0,
    revealed,
    proposed: 2,
    isCram,
    reveal: {
      asking,
      check: () => void did.push('check'),
      checkAs: (percent) => void did.push(`check as ${percent}`),
      giveUp: () => void did.push('give up'),
    },
    onRate: (rating) => void did.push(`rate ${rating}`),
    onAction: (action) => action === 'undo' && did.push('undo') > 0,
  })
  return { press: (key: string) => handle(typed(key)), did }
}

describe('before the answer is shown', () => {
  test('Enter checks, and a letter picks its option', () => {
    const { press, did } = keys({ kind: 'choice' })
    expect([press('a'), press('Enter')]).toEqual([true, true])
    expect(did).toEqual(['pick a', 'check'])
  })

  test('0 gives up, but not where nothing has to be given', () => {
    const typed = keys({ kind: 'text' })
    expect(typed.press('0')).toBe(true)
    expect(typed.did).toEqual(['give up'])
    const recalled = keys({ kind: 'flash' })
    expect(recalled.press('0')).toBe(false)
    expect(recalled.did).toEqual([])
  })

  test('no key rates', () => {
    const { press, did } = keys({})
    expect(press('3')).toBe(false)
    expect(did).toEqual([])
  })
})

test('while it is asked how sure somebody is, 1 to 4 say it and Enter does nothing', () => {
  const { press, did } = keys({ asking: true })
  expect([press('Enter'), press('5'), press('4')]).toEqual([false, false, true])
  expect(did).toEqual(['check as 95'])
})

describe('after the answer is shown', () => {
  test('1 to 4 rate, and Enter rates as suggested', () => {
    const { press, did } = keys({ revealed: true })
    for (const key of ['1', '4', 'Enter']) expect(press(key), key).toBe(true)
    expect(did).toEqual(['rate 1', 'rate 4', 'rate 2'])
  })

  test('in a cram everything but Again means that it was known', () => {
    const { press, did } = keys({ revealed: true, isCram: true })
    for (const key of ['1', '2', 'Enter']) press(key)
    expect(did).toEqual(['rate 1', 'rate 3', 'rate 3'])
  })
})

test('the other keys do what they do anywhere in a session, whatever the card shows', () => {
  for (const state of [{}, { asking: true }, { revealed: true }]) {
    const { press, did } = keys(state)
    expect([press('u'), press('x')]).toEqual([true, false])
    expect(did).toEqual(['undo'])
  }
})
