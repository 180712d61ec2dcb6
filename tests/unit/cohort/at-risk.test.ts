import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atPace, RISK_RULES, type RiskInput, riskReasons } from '@/lib/cohort/at-risk'
import { memoryRule } from '@/lib/cohort/kept-plan'
import { recallOfDue, studyPace } from '@/lib/cohort/study-pace'
import { addDays, type StudyDay } from '@/lib/kernel/study-day'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { memoryOf, TODAY, upTo } from './build'

const WELL: RiskInput = {
  due: 20,
  pace: { usualPerDay: 40, recentPerDay: 35, idleDays: 0 },
  dueRecall: { now: 0.88, weekAgo: 0.93 },
  daysSinceJoined: 60,
  started: true,
  deadlines: [],
}
const kinds = (over: Partial<RiskInput>) =>
  riskReasons({ ...WELL, ...over }).map(({ kind }) => kind)

const DEADLINE = { title: 'Exercises', target: 0.8, idle: 0.7, atPace: 0.85, daysLeft: 7 }

describe('a flag', () => {
  it('is not raised for somebody who keeps up', () => {
    expect(riskReasons(WELL)).toEqual([])
  })

  it('names in words the figures it rests on', () => {
    const overload = riskReasons({
      ...WELL,
      due: 160,
      pace: { usualPerDay: 40, recentPerDay: 6, idleDays: 11 },
      dueRecall: { now: 0.61, weekAgo: 0.7 },
    })
    expect(overload.map(({ words }) => words)).toEqual([
      '160 reviews are due: 27 days of work at the pace of the last 14 days, with no review on 11 of those days.',
      'Predicted recall of the 160 due questions is 61\u00a0%, down from 70\u00a0% a week ago.',
    ])
  })

  it('is raised for a deadline that will be missed at the present pace, not for one far off', () => {
    expect(kinds({ deadlines: [DEADLINE] })).toEqual([])
    expect(kinds({ deadlines: [{ ...DEADLINE, atPace: 0.6 }] })).toEqual(['deadline-ahead'])
    expect(kinds({ deadlines: [{ ...DEADLINE, atPace: 0.6, daysLeft: 60 }] })).toEqual([])
  })

  it('is raised for a deadline that was missed, for four weeks', () => {
    expect(kinds({ deadlines: [{ ...DEADLINE, daysLeft: -3 }] })).toEqual(['deadline-missed'])
    expect(kinds({ deadlines: [{ ...DEADLINE, daysLeft: -3, idle: 0.78 }] })).toEqual([])
    expect(kinds({ deadlines: [{ ...DEADLINE, daysLeft: -40 }] })).toEqual([])
  })

  it('is raised for who joined a week ago and never began', () => {
    expect(kinds({ started: false, daysSinceJoined: RISK_RULES.notStartedDays })).toEqual([
      'not-started',
    ])
    expect(kinds({ started: false, daysSinceJoined: RISK_RULES.notStartedDays - 1 })).toEqual([])
  })

  it('is not raised by one wrong answer or one day off, whatever else holds', () => {
    const share = fc.double({ min: 0.75, max: 1, noNaN: true })
    const input = fc.record({
      due: fc.integer({ min: 0, max: 400 }),
      usualPerDay: fc.integer({ min: 1, max: 200 }),
      now: share,
      fall: fc.double({ min: 0, max: 0.04, noNaN: true }),
    })
    fc.assert(
      fc.property(input, ({ due, usualPerDay, now, fall }) => {
        const pace = { usualPerDay, recentPerDay: usualPerDay * (13 / 14), idleDays: 1 }
        expect(kinds({ due, pace, dueRecall: { now, weekAgo: now + fall } })).toEqual([])
      }),
    )
  })
})

describe('the pace', () => {
  const done = (reviews: readonly number[]) =>
    new Map<StudyDay, { reviews: number; introduced: number }>(
      reviews.flatMap((count, index) =>
        count === 0 ? [] : [[addDays(TODAY, -1 - index), { reviews: count, introduced: 0 }]],
      ),
    )

  it('is the median of days with answers, however many lie between', () => {
    const memory = memoryOf([])
    expect(studyPace(memory, done([30, 0, 50, 0, 0, 40]), TODAY)).toMatchObject({
      usualPerDay: 40,
      recentPerDay: 120 / 14,
      idleDays: 0,
    })
  })

  it('counts a day off only when something was due on it that is still not done', () => {
    const due = memoryOf([{ stability: 5, reviewedAgo: 9, dueIn: -3 }])
    expect(studyPace(due, done([0, 0, 0, 0, 20]), TODAY).idleDays).toBe(3)
    const none = memoryOf([{ stability: 5, reviewedAgo: 9, dueIn: 2 }])
    expect(studyPace(none, done([0, 0, 0, 0, 20]), TODAY).idleDays).toBe(0)
  })

  it('says how much of what is due would be recalled, and that it was more a week ago', () => {
    const memory = memoryOf(upTo(5).map(() => ({ stability: 5, reviewedAgo: 20, dueIn: -15 })))
    const recall = recallOfDue(memory, upTo(5), TODAY, memoryRule(DEFAULT_MODEL).recall)
    expect(recall?.weekAgo).toBeGreaterThan(recall?.now ?? 1)
    expect(recallOfDue(memory, [], TODAY, memoryRule(DEFAULT_MODEL).recall)).toBeNull()
  })
})

describe('readiness at the present pace', () => {
  const between = { idle: 0.4, planned: 0.9 }
  const pace = (recentPerDay: number) => ({ usualPerDay: 0, recentPerDay, idleDays: 0 })

  it('is that of the plan for who does all of it, and that without a review for who does nothing', () => {
    expect(atPace(between, pace(20), 100, 9)).toBe(0.9)
    expect(atPace(between, pace(0), 100, 9)).toBe(0.4)
    expect(atPace(between, pace(5), 100, 9)).toBeCloseTo(0.65, 9)
    expect(atPace(between, pace(0), 0, 9)).toBe(0.9)
  })
})
