import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asStudyDay } from '@/lib/kernel/study-day'
import type { SeenState } from '@/lib/memory/card/state'
import { habitsOf } from '@/lib/memory/forecast/habits'
import { type WorkloadInput, workloads } from '@/lib/memory/forecast/workload'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'

const TODAY = asStudyDay(20_000)
const RETENTIONS = [0.7, 0.8, 0.9, 0.97]

const seen = (stability: number, wait: number): SeenState => ({
  phase: 'review',
  stability,
  difficulty: 5,
  reps: 3,
  lapses: 0,
  lastReviewAt: 0,
  lastReviewDay: asStudyDay(20_000 + wait - Math.round(stability)),
  intervalDays: Math.round(stability),
  dueDay: asStudyDay(20_000 + wait),
})

const input = (over: Partial<WorkloadInput> = {}): WorkloadInput => ({
  seen: Array.from({ length: 100 }, (_, i) => seen(3 + (i % 40), i % 30)),
  unseen: 300,
  newPerDay: 10,
  model: DEFAULT_MODEL,
  habits: habitsOf([]),
  today: TODAY,
  days: 180,
  seed: 'somebody',
  ...over,
})

describe('workloads', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(workloads(input(), RETENTIONS)).toEqual(workloads(input(), RETENTIONS))
    expect(workloads(input({ seed: 'else' }), RETENTIONS)).not.toEqual(
      workloads(input(), RETENTIONS),
    )
  })

  test('are zero without cards and without new questions', () => {
    const nothing = { reviewsPerDay: 0, minutesPerDay: 0, known: 0, begun: 0 }
    const [idle] = workloads(input({ seen: [], newPerDay: 0 }), [0.9])
    expect(idle).toEqual({ desiredRetention: 0.9, ...nothing })
    expect(workloads(input({ seen: [], unseen: 0 }), [0.9])).toEqual([idle])
  })

  test('grow with desired retention, and so does what is known at the end', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, newPerDay) => {
        const rows = workloads(input({ seed, newPerDay }), RETENTIONS)
        for (const [i, row] of rows.entries()) {
          const above = rows[i + 1]
          if (!above) continue
          expect(above.reviewsPerDay).toBeGreaterThan(row.reviewsPerDay)
          expect(above.known).toBeGreaterThan(row.known)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('never know more than was introduced, and never introduce more than the days allow', () => {
    for (const row of workloads(input({ newPerDay: 1 }), RETENTIONS)) {
      expect(row.begun).toBe(100 + 180)
      expect(row.known).toBeLessThan(row.begun)
    }
  })

  test('from a sample differ by less than a tenth from those of all cards', () => {
    const few = input({ unseen: 100 })
    const many = input({
      seen: Array.from({ length: 8 }, () => few.seen).flat(),
      unseen: 800,
      newPerDay: 80,
    })
    const [one] = workloads(few, [0.9])
    const [eight] = workloads(many, [0.9])
    const ratio = (eight?.reviewsPerDay ?? 0) / (one?.reviewsPerDay ?? 1)
    expect(ratio).toBeGreaterThan(7.2)
    expect(ratio).toBeLessThan(8.8)
  })
})

describe('habits', () => {
  test('are the usual ones without answers, and a person’s own with many', () => {
    const usual = habitsOf([])
    expect(usual.firstSeconds[0]).toBeCloseTo(33.79)
    const own = habitsOf([
      { first: true, rating: 3, n: 2000, seconds: 40_000 },
      { first: false, rating: 1, n: 2000, seconds: 60_000 },
    ])
    expect(own.firstSeconds[2]).toBeCloseTo(20, 0)
    expect(own.laterSeconds[0]).toBeCloseTo(30, 0)
    expect(own.firstShares[2]).toBeGreaterThan(0.98)
    // Forgotten answers say nothing of how recalled ones are graded.
    expect(own.laterShares).toEqual(usual.laterShares)
  })
})
