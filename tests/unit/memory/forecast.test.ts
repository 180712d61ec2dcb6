import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/study-day'
import { forecast } from '@/lib/memory/forecast/forecast'
import { review } from '../review/build'
import { today, UNFUZZED } from './build'

const keyed = (cards: ReturnType<typeof review>[]) =>
  cards.map((card, i) => ({ ...card, key: `card-${i}` }))

describe('the forecast', () => {
  it('counts each card on its due day, what is overdue on today, what is set aside nowhere', () => {
    const cards = keyed([
      review(30, 10),
      review(10, 10),
      review(8, 10),
      review(8, 10),
      { ...review(10, 10), suspended: true },
    ])
    const days = forecast(cards, today(), 5, UNFUZZED)
    expect(days.map(({ due }) => due)).toEqual([2, 0, 2, 0, 0])
    expect(days.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4].map((n) => addDays(today(), n)))
  })

  it('expects no card back that becomes due after its end', () => {
    const cards = keyed(Array.from({ length: 50 }, () => review(1, 60)))
    for (const day of forecast(cards, today(), 30, UNFUZZED)) {
      expect(day).toMatchObject({ due: 0, returning: 0 })
    }
  })

  it('expects back what is forgotten on the next day, and what is recalled an interval later', () => {
    // A stability of 5 days: recall after 10 is well below 0.9, the next interval about a week or two.
    const cards = keyed(Array.from({ length: 100 }, () => review(10, 10, 5)))
    const days = forecast(cards, today(), 30, UNFUZZED)
    const returning = days.map((day) => day.returning)
    expect(returning[0]).toBe(0)
    expect(returning[1]).toBeGreaterThan(5)
    expect(returning.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(90)
  })
})
