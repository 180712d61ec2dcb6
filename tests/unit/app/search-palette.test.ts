import { expect, test } from 'vitest'
import { stateAfter } from '@/app/_shell/search/use-search'

const FOUND = { query: 'x', groups: [] }
const before = { found: FOUND, trouble: null }

test('whoever searches during an exam is told that the search is closed, and sees no earlier results', () => {
  const state = stateAfter({ kind: 'refused', status: 409 }, before)
  expect(state.trouble).toContain('Search is closed while your exam is open')
  expect(state.found).toBeNull()
})

test('while the server does not answer, the last results stay, and the next answer ends the trouble', () => {
  const silent = stateAfter({ kind: 'failed' }, before)
  expect(silent).toMatchObject({ found: FOUND, trouble: expect.stringContaining('respond') })
  expect(stateAfter({ kind: 'answered', answer: FOUND }, silent)).toEqual(before)
})

test('whoever was signed out meanwhile is told so', () => {
  expect(stateAfter({ kind: 'refused', status: 401 }, before).trouble).toContain('signed in')
})
