import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/study-day'
import { UNSEEN_CARD } from '@/lib/memory/card/card'
import { dueLabel, isDue } from '@/lib/memory/card/due'
import { daysLabel, intervalLabel } from '@/lib/memory/card/interval-label'
import { predictedRecall, retrievability } from '@/lib/memory/card/retrievability'
import { NEW_CARD, type Rating } from '@/lib/memory/card/state'
import { DEFAULT_MODEL, shippedModel } from '@/lib/memory/model/shipped-models'
import { previewIntervals } from '@/lib/memory/schedule/preview-intervals'
import { schedule } from '@/lib/memory/schedule/schedule'
import { DAY, MINUTE, NOON, today, UNFUZZED } from './build'

const grade = (rating: Rating) => ({ rating, at: NOON, day: today(), cardKey: 'card' })
const learning = schedule(NEW_CARD, grade(3), UNFUZZED)
const review = schedule(learning, grade(3), UNFUZZED)

describe('labels', () => {
  it('are those on Anki buttons', () => {
    expect([MINUTE, 5.5 * MINUTE, 10 * MINUTE, 90 * MINUTE, 2 * DAY].map(intervalLabel)).toEqual([
      '1m',
      '6m',
      '10m',
      '2h',
      '2d',
    ])
    expect([21, 30, 46, 365, 730, 498, 36_500].map(daysLabel)).toEqual([
      '21d',
      '30d',
      '1.5mo',
      '1y',
      '2y',
      '1.4y',
      '100y',
    ])
  })

  it('of a new card are 1m, 6m, 10m and 8d', () => {
    const previews = previewIntervals(NEW_CARD, NOON, today(), 'card', UNFUZZED, null)
    expect(Object.values(previews).map((each) => each.label)).toEqual(['1m', '6m', '10m', '8d'])
  })

  it('of a due date say how long it is until then', () => {
    const labels = [
      dueLabel(NEW_CARD, NOON, today()),
      dueLabel(learning, NOON + 2 * MINUTE, today()),
      dueLabel(learning, NOON + DAY, today()),
      dueLabel(review, NOON, today()),
      dueLabel(review, NOON + DAY, addDays(today(), 1)),
      dueLabel(review, NOON + 5 * DAY, addDays(today(), 5)),
    ]
    expect(labels).toEqual(['new', 'in 8m', 'due now', 'in 2d', 'tomorrow', 'due today'])
  })
})

describe('being due', () => {
  const card = { ...UNSEEN_CARD, state: review }
  const dueDay = addDays(today(), 2)

  it('begins with the study day, not with the hour', () => {
    expect(isDue(card, NOON, addDays(dueDay, -1))).toBe(false)
    expect(isDue(card, NOON, dueDay)).toBe(true)
    expect(isDue({ ...card, state: learning }, NOON + 10 * MINUTE - 1, today())).toBe(false)
    expect(isDue({ ...card, state: learning }, NOON + 10 * MINUTE, today())).toBe(true)
  })

  it('never happens to a suspended or a buried card', () => {
    expect(isDue({ ...card, suspended: true }, NOON, dueDay)).toBe(false)
    expect(isDue({ ...card, buriedUntil: addDays(dueDay, 1) }, NOON, dueDay)).toBe(false)
    expect(isDue({ ...card, buriedUntil: dueDay }, NOON, dueDay)).toBe(true)
  })
})

describe('predicted recall', () => {
  it('is certain on the day itself, near 90 % when stability has passed, null for a new card', () => {
    expect(retrievability(review, today(), UNFUZZED)).toBe(1)
    const passed = { ...review, stability: 10 }
    expect(retrievability(passed, addDays(today(), 10), UNFUZZED)).toBeCloseTo(0.9, 6)
    expect(predictedRecall(NEW_CARD, today(), UNFUZZED)).toBeNull()
  })
})

it('a model is found by its version, an unknown version is null, and none can be changed', () => {
  expect(shippedModel(DEFAULT_MODEL.version)).toBe(DEFAULT_MODEL)
  expect(shippedModel('fsrs9')).toBeNull()
  expect(Object.isFrozen(DEFAULT_MODEL) && Object.isFrozen(DEFAULT_MODEL.weights)).toBe(true)
})
