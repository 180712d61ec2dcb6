import { expect, test } from 'vitest'
import { lookUp } from '@/lib/course/look-up'
import { asUserId } from '@/lib/kernel/ids'
import { wayThrough } from '@/lib/review/way-through'
import { heldWay } from '@/lib/server/course/held-way'
import { review } from '../review/build'
import { READ, studyState } from '../review/study-state'

const somebody = asUserId('01890000-0000-7000-8000-000000000001')
const PACE = { done: undefined, paceMs: null }

test('the way through is kept while nothing changes, and computed anew after an answer, a lesson or a setting', () => {
  const lessons = { 'founding-years': READ }
  const before = heldWay(somebody, studyState({ lessons }), PACE)
  expect(heldWay(somebody, studyState({ lessons }), PACE)).toBe(before)
  const cards = { 'founding-month': review(0, 10) }
  for (const [state, pace] of [
    [studyState({ lessons, cards }), PACE],
    [studyState({}), PACE],
    [studyState({ lessons, settings: { newPerDay: 1 } }), PACE],
    [studyState({ lessons }), { ...PACE, paceMs: 90_000 }],
  ] as const) {
    const after = heldWay(somebody, state, pace)
    expect(after).not.toBe(before)
    expect(after).toEqual(wayThrough(state, pace))
  }
})

test('a course read again with the same hash keeps the way, and one with another hash does not', () => {
  const state = studyState({})
  const { catalogue } = state.look
  const before = heldWay(somebody, state, PACE)
  const again = lookUp(structuredClone(catalogue))
  expect(heldWay(somebody, studyState({ look: again }), PACE)).toBe(before)
  const shorter = lookUp({ ...catalogue, hash: 'another', lessons: catalogue.lessons.slice(1) })
  const after = heldWay(somebody, studyState({ look: shorter }), PACE)
  expect(after.lessonsTotal).toBe(before.lessonsTotal - 1)
})
