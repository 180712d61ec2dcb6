import { describe, expect, test } from 'vitest'
import { fsrsDesk, ORDERS, ourQueue, queueBy } from '../../bench/learners-fsrs'
import { halfYear } from '../../bench/learners-half-year'
import { person, QUESTIONS } from '../../bench/learners-people'
import { NEW_SM2, sm2, sm2Desk } from '../../bench/learners-sm2'

describe('SM-2 as published', () => {
  test('waits 1 day, 6 days, then the interval times the easiness', () => {
    const once = sm2(NEW_SM2, 3)
    const twice = sm2(once, 3)
    expect([once.days, twice.days, sm2(twice, 3).days]).toEqual([1, 6, 15])
  })

  test('begins anew with the same easiness after Again, and never falls below 1.3', () => {
    const known = sm2(sm2(NEW_SM2, 4), 4)
    expect(sm2(known, 1)).toEqual({ ef: known.ef, n: 1, days: 1 })
    let hard = NEW_SM2
    for (let i = 0; i < 30; i += 1) hard = sm2(hard, 2)
    expect(hard.ef).toBe(1.3)
  })
})

describe('half a year of an invented learner', () => {
  const ours = () =>
    fsrsDesk(ourQueue({ catchUpDays: 0, reviewsPerDay: 200 }), {
      levelled: true,
      desiredRetention: 0.9,
    })

  test('is the same every time, and another for another learner', () => {
    const first = halfYear(person(0, 0, 5), ours())
    expect(halfYear(person(0, 0, 5), ours())).toEqual(first)
    expect(halfYear(person(1, 0, 5), ours())).not.toEqual(first)
  })

  test('keeps within the minutes under every policy', () => {
    const who = person(2, 0, 4)
    const days = who.studies.filter(Boolean).length
    const desks = [
      ours(),
      sm2Desk(),
      fsrsDesk(queueBy(ORDERS.due, Infinity, Infinity), { levelled: false, desiredRetention: 0.9 }),
    ]
    for (const desk of desks) {
      const { minutes, started, known, knownLater } = halfYear(who, desk)
      // The answer that is under way when the time is up is finished.
      expect(minutes).toBeLessThan(days * 5)
      expect(started).toBeLessThanOrEqual(QUESTIONS)
      expect(known).toBeLessThan(started)
      expect(knownLater).toBeLessThan(known)
    }
  })
})
