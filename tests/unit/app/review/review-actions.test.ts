import { describe, expect, test } from 'vitest'
import { reviewActions } from '@/app/(focus)/review/_components/review-actions'
import { KEY_ACTIONS } from '@/lib/review/keys'

type State = { hasCard?: boolean; revealed?: boolean; isCram?: boolean; canUndo?: boolean }

/** The actions of a session, and everything that they did. */
function actions({ hasCard = true, revealed = false, isCram = false, canUndo = true }: State) {
  const did: string[] = []
  const act = reviewActions({
    showing: hasCard ? { current: { revealed }, shownCard: { citations: [] } } : null,
    isCram,
    canUndo,
    undo: () => void did.push('undo'),
    setAside: (what) => void did.push(what),
    open: (sheet) => void did.push(`open ${sheet}`),
    announce: () => {},
  })
  return { act, did }
}

test('a card can be buried, suspended, flagged and looked into', () => {
  const { act, did } = actions({})
  for (const action of ['bury', 'suspend', 'flag', 'info'] as const) expect(act(action)).toBe(true)
  expect(did).toEqual(['bury', 'suspend', 'open flag', 'open info'])
})

test('a cram sets nothing aside', () => {
  const { act, did } = actions({ isCram: true })
  expect([act('bury'), act('suspend')]).toEqual([false, false])
  expect(did).toEqual([])
})

describe('without a card on the screen', () => {
  test('only undo and the sheet of keys work', () => {
    const { act } = actions({ hasCard: false })
    expect(KEY_ACTIONS.filter(act)).toEqual(['undo', 'help'])
  })

  test('nothing is undone where nothing was done', () => {
    const { act, did } = actions({ hasCard: false, canUndo: false })
    expect(act('undo')).toBe(false)
    expect(did).toEqual([])
  })
})

test('the source stays closed until the answer is shown, and where there is none', () => {
  expect(actions({ revealed: false }).act('source')).toBe(false)
  expect(actions({ revealed: true }).act('source')).toBe(false)
})
