import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/study-day'
import { daysLeft, dueReviewsOf, isBacklog, planOver, quota } from '@/lib/review/backlog'
import { today, UNFUZZED } from '../memory/build'
import { review } from './build'

describe('a plan for a backlog', () => {
  it('catches up on its last day, and never asks for more than is due', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (backlog, incoming, days) => {
          let due = backlog
          for (let left = days; left > 0; left -= 1) {
            const share = quota(due, incoming, left)
            expect(share).toBeLessThanOrEqual(due)
            due -= share
            if (left > 1) due += incoming
          }
          expect(due).toBe(0)
        },
      ),
    )
  })

  it('asks for much the same on every day', () => {
    const shares: number[] = []
    let due = 210
    for (let left = 7; left > 0; left -= 1) {
      const share = quota(due, 20, left)
      shares.push(share)
      due += 20 - share
    }
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(2)
  })

  it('makes the other days longer when one is left out', () => {
    const kept = quota(140 - quota(140, 0, 7), 0, 6)
    expect(quota(140, 0, 6)).toBeGreaterThan(kept)
  })

  it('is over after its days, and says how many are left', () => {
    const plan = { from: today(), days: 5 }
    expect([0, 1, 4, 5, 6].map((n) => daysLeft(plan, addDays(today(), n)))).toEqual([5, 4, 1, 0, 0])
  })

  it('loses more the longer it takes', () => {
    const cards = Array.from({ length: 60 }, (_, i) => review(6 + (i % 20), 5, 8 + (i % 9)))
    const backlog = dueReviewsOf(cards, today())
    const lost = [3, 5, 7, 14].map((days) => planOver(days, backlog, cards, today(), UNFUZZED).lost)
    expect(lost).toEqual([...lost].sort((a, b) => a - b))
    expect(lost[0]).toBeGreaterThan(0)
  })
})

describe('a backlog', () => {
  it('counts what is due, what is overdue and since when; not what is set aside', () => {
    const cards = [
      review(30, 10),
      review(10, 10),
      review(5, 10),
      { ...review(40, 10), suspended: true },
    ]
    const backlog = dueReviewsOf(cards, today())
    expect(backlog).toEqual({
      due: 2,
      overdue: 1,
      since: addDays(today(), -20),
      usualPerDay: 1 / 7,
    })
  })

  it('is no backlog after one evening off', () => {
    expect(isBacklog({ due: 40, overdue: 20, since: null, usualPerDay: 20 })).toBe(false)
    expect(isBacklog({ due: 200, overdue: 180, since: null, usualPerDay: 20 })).toBe(true)
  })
})
