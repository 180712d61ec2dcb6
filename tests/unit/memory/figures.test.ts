import { describe, expect, it } from 'vitest'
import { addDays, asStudyDay, isoDate } from '@/lib/kernel/study-day'
import { forgettingCurve } from '@/lib/memory/forecast/forgetting-curve'
import { NO_COUNTS, trueRetention } from '@/lib/memory/log/day-counts'
import { retentionByMonth } from '@/lib/memory/log/retention-months'
import { everyDay, YEAR_DAYS } from '@/lib/memory/log/year-of-days'
import { today, UNFUZZED } from './build'

describe('true retention', () => {
  it('adds up the days, and is no figure where nothing was tested', () => {
    const day = { retentionTotal: 4, retentionPassed: 3 }
    expect(trueRetention([day, day])).toEqual({ passed: 6, total: 8 })
    expect(trueRetention([{ retentionTotal: 0, retentionPassed: 0 }])).toBeNull()
  })
})

describe('the year of days', () => {
  it('has every study day in order, today last, and nothing on a day without a review', () => {
    const yesterday = { ...NO_COUNTS, day: addDays(today(), -1), reviews: 5 }
    const year = everyDay([yesterday], today())
    expect(year).toHaveLength(YEAR_DAYS)
    expect(year.slice(-2).map(({ date, reviews }) => [date, reviews])).toEqual([
      [isoDate(addDays(today(), -1)), 5],
      [isoDate(today()), 0],
    ])
  })
})

describe('retention by month', () => {
  const tested = (date: string, total: number, mature: number) => ({
    ...NO_COUNTS,
    date,
    retentionTotal: total,
    retentionPassed: total - 1,
    matureTotal: mature,
    maturePassed: mature,
  })

  it('counts young and mature cards apart, newest month first, and leaves out months without a test', () => {
    const months = retentionByMonth([
      tested('2026-01-30', 10, 4),
      tested('2026-01-31', 5, 0),
      { ...NO_COUNTS, date: '2026-02-01', reviews: 3 },
      tested('2026-03-01', 2, 1),
    ])
    expect(months).toEqual([
      { month: '2026-03', young: { passed: 0, total: 1 }, mature: { passed: 1, total: 1 } },
      { month: '2026-01', young: { passed: 9, total: 11 }, mature: { passed: 4, total: 4 } },
    ])
  })
})

describe('the curve of forgetting', () => {
  const day = (n: number) => asStudyDay(20_000 + n)

  it('starts at certainty after each review and falls until the next, and until the last day', () => {
    const reviews = [
      { day: day(0), stability: 5 },
      { day: day(10), stability: 20 },
    ]
    const curve = forgettingCurve(reviews, day(30), UNFUZZED)
    expect(curve.filter(({ recall }) => recall === 1).map((point) => point.day)).toEqual([
      day(0),
      day(10),
    ])
    expect(curve.at(-1)?.day).toBe(day(30))
    // Stability is the time in which recall falls to 90 %.
    expect(curve.at(-1)?.recall).toBeCloseTo(0.9)
  })

  it('is one point on the day of a review, and nothing without one', () => {
    const curve = forgettingCurve([{ day: day(3), stability: 5 }], day(3), UNFUZZED)
    expect(curve).toEqual([{ day: day(3), recall: 1 }])
    expect(forgettingCurve([], day(3), UNFUZZED)).toEqual([])
  })
})
