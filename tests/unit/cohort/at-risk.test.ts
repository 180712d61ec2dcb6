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
  pace: { usualPerDay: 40, recentPerDay: 35, days: 14, idleDays: 0 },
  dueRecall: { now: 0.88, weekAgo: 0.93 },
  daysSinceJoined: 60,
  started: true,
  deadlines: [],
}
const kinds = (over: Partial<RiskInput>) =>
  riskReasons({ ...WELL, ...over }).map(({ kind }) => kind)

const LONG_AGO = addDays(TODAY, -60)
const DEADLINE = {
  title: 'Exercises',
  reach: 'all' as const,
  target: 0.8,
  idle: 0.7,
  atPace: 0.85,
  planned: 0.9,
  daysLeft: 7,
}

describe('a flag', () => {
  it('is not raised for somebody who keeps up', () => {
    expect(riskReasons(WELL)).toEqual([])
  })

  it('names in words the figures it rests on', () => {
    const overload = riskReasons({
      ...WELL,
      due: 160,
      pace: { usualPerDay: 40, recentPerDay: 6, days: 14, idleDays: 11 },
      dueRecall: { now: 0.61, weekAgo: 0.7 },
    })
    expect(overload.map(({ words }) => words)).toEqual([
      '160 reviews are due: 27 days of work at the pace of the last 14 days, with no review on 11 of them.',
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

  it('is not raised in the first days after joining, unless the plan itself cannot be met', () => {
    const justJoined = { daysSinceJoined: 0, started: false }
    const ahead = { ...DEADLINE, idle: 0, atPace: 0, daysLeft: 10 }
    expect(kinds({ ...justJoined, deadlines: [ahead] })).toEqual([])
    const beyond = riskReasons({ ...WELL, ...justJoined, deadlines: [{ ...ahead, planned: 0.4 }] })
    expect(beyond.map(({ words }) => words)).toEqual([
      '“Exercises” is due in 10 days: 40\u00a0% ready by then even if the whole plan is kept (target 80\u00a0%).',
    ])
    expect(kinds({ daysSinceJoined: RISK_RULES.newcomerDays, deadlines: [ahead] })).toEqual([
      'deadline-ahead',
    ])
  })

  it('says which depth of a part is due, unless it is all of it', () => {
    const core = { ...DEADLINE, reach: 'core' as const, daysLeft: -3 }
    const [reason] = riskReasons({ ...WELL, deadlines: [core] })
    expect(reason?.words).toMatch(/^“Exercises” \(core\) was due 3 days ago/)
  })

  it('is not raised for what was due before somebody joined', () => {
    const missed = { ...DEADLINE, daysLeft: -20 }
    expect(kinds({ daysSinceJoined: 3, deadlines: [missed] })).toEqual([])
    expect(kinds({ daysSinceJoined: 20, deadlines: [missed] })).toEqual(['deadline-missed'])
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
        const pace = { usualPerDay, recentPerDay: usualPerDay * (13 / 14), days: 14, idleDays: 1 }
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
    expect(
      studyPace(
        memory,
        done([30, 0, 50, 0, 0, 40, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0, 40]),
        TODAY,
        LONG_AGO,
      ),
    ).toMatchObject({
      usualPerDay: 40,
      recentPerDay: 160 / 14,
      idleDays: 0,
    })
  })

  it('counts the answers of today at once', () => {
    const today = new Map([[TODAY, { reviews: 30, introduced: 0 }]])
    const due = memoryOf([{ stability: 5, reviewedAgo: 30, dueIn: -25 }])
    expect(studyPace(due, today, TODAY, LONG_AGO)).toMatchObject({
      recentPerDay: 30 / 14,
      days: 14,
    })
  })

  it('is that of the days since somebody joined, or came back after a week or more', () => {
    const memory = memoryOf([])
    expect(studyPace(memory, done([20, 20, 20, 20]), TODAY, addDays(TODAY, -4))).toMatchObject({
      recentPerDay: 20,
      days: 4,
    })
    const away = [30, 30, 30, 30, 0, 0, 0, 0, 0, 0, 0, 0, 50]
    expect(studyPace(memory, done(away), TODAY, LONG_AGO)).toMatchObject({
      recentPerDay: 30,
      days: 4,
    })
    const short = [30, 0, 0, 0, 0, 50, 0, 0, 0, 0, 0, 50, 0, 0, 0, 0, 0, 0, 50]
    expect(studyPace(memory, done(short), TODAY, LONG_AGO).days).toBe(14)
  })

  it('counts a day off only when something was due on it that is still not done', () => {
    const due = memoryOf([{ stability: 5, reviewedAgo: 9, dueIn: -3 }])
    expect(studyPace(due, done([0, 0, 0, 0, 20]), TODAY, LONG_AGO).idleDays).toBe(3)
    // Of an absence that is over, none counts: the pace says nothing of it either.
    const back = [20, 20, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50]
    expect(studyPace(due, done(back), TODAY, LONG_AGO).idleDays).toBe(0)
    const none = memoryOf([{ stability: 5, reviewedAgo: 9, dueIn: 2 }])
    expect(studyPace(none, done([0, 0, 0, 0, 20]), TODAY, LONG_AGO).idleDays).toBe(0)
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
  const pace = (recentPerDay: number) => ({ recentPerDay })

  it('is that of the plan for who does all of it, and that without a review for who does nothing', () => {
    expect(atPace(between, pace(20), 100, 9)).toBe(0.9)
    expect(atPace(between, pace(0), 100, 9)).toBe(0.4)
    expect(atPace(between, pace(5), 100, 9)).toBeCloseTo(0.65, 9)
    expect(atPace(between, pace(0), 0, 9)).toBe(0.9)
  })
})
