import { describe, expect, it } from 'vitest'
import { lookUp } from '@/lib/course/look-up'
import { asLessonId, asModuleId } from '@/lib/kernel/ids'
import { addDays, isoDate } from '@/lib/kernel/study-day'
import { NO_COUNTS } from '@/lib/memory/log/day-counts'
import { comingLoad } from '@/lib/review/coming-load'
import type { OwnAssignment } from '@/lib/review/own-assignment'
import { minutesFor } from '@/lib/review/pace'
import { backlogView } from '@/lib/review/view/backlog'
import { type Day, todayView } from '@/lib/review/view/today'
import { compileFolder } from '../../support/real-course'
import { MINUTE, NOON, today } from '../memory/build'
import { learning, review } from './build'
import { OPENED, READ, SKIPPED, studyState } from './study-state'

const EMPTY: Day = {
  counts: { learning: 0, review: 0, new: 0 },
  done: undefined,
  paceMs: null,
}

const assignment = (over: Partial<OwnAssignment>): OwnAssignment => ({
  id: 'a',
  title: 'How the league grew',
  dueDay: today(),
  target: { kind: 'module', id: asModuleId('growth') },
  reach: 'all',
  targetReadiness: 0.8,
  ...over,
})

describe('the minutes of a session', () => {
  it('come from the learner’s own pace, and a new question is shown more than once', () => {
    expect(minutesFor({ learning: 1, review: 3, new: 0 }, 30_000)).toBe(2)
    expect(minutesFor({ learning: 0, review: 0, new: 2 }, 30_000)).toBe(3)
    expect(minutesFor({ learning: 0, review: 6, new: 0 }, null)).toBe(1)
  })
})

describe('Today', () => {
  it('says what was done, or that nothing was', () => {
    const done = { ...NO_COUNTS, reviews: 7, durationMs: 90_000, introduced: 2 }
    expect(todayView(studyState({}), { ...EMPTY, done }).doneToday).toEqual({
      reviews: 7,
      durationMs: 90_000,
    })
    expect(todayView(studyState({}), EMPTY).doneToday.reviews).toBe(0)
  })

  it('leads to the first lesson that is not finished, skipped ones left out', () => {
    const next = (lessons: NonNullable<Parameters<typeof studyState>[0]['lessons']>) =>
      todayView(studyState({ lessons }), EMPTY).nextLesson?.id
    expect(next({})).toBe('founding-years')
    expect(next({ 'founding-years': OPENED })).toBe('founding-years')
    expect(next({ 'founding-years': SKIPPED })).toBe('lean-years')
    expect(next({ 'founding-years': READ, 'lean-years': READ })).toBeUndefined()
  })

  it('says how many unseen questions wait for the coming days, up to the daily limit of each', () => {
    const read = { lessons: { 'founding-years': READ } }
    const unseen = todayView(studyState(read), EMPTY).coming.map((day) => day.new)
    expect(unseen).toEqual([5, 0, 0, 0, 0, 0, 0])
    const slow = studyState({ ...read, settings: { newPerDay: 1 } })
    const oneToday = { ...EMPTY, counts: { learning: 0, review: 0, new: 1 } }
    expect(todayView(slow, oneToday).coming.map((day) => day.new)).toEqual([1, 1, 1, 1, 0, 0, 0])
  })

  it('counts what falls due on each coming day, without what is set aside or no longer asked', () => {
    const state = studyState({
      cards: {
        'founding-month': review(0, 1),
        'guest-state': review(0, 1),
        'fleet-size': { ...review(0, 1), suspended: true },
        'a-retired-question': review(0, 1),
        founders: review(0, 7),
        'exit-cloze': review(0, 8),
      },
    })
    const { coming, setAside } = todayView(state, EMPTY)
    expect(coming.map(({ due }) => due)).toEqual([2, 0, 0, 0, 0, 0, 1])
    expect(coming[0]?.date).toBe(isoDate(addDays(today(), 1)))
    expect(setAside).toBe(1)
  })

  it('names the instant of the next learning card', () => {
    const cards = {
      'founding-month': learning(NOON + 9 * MINUTE),
      'guest-state': learning(NOON + 4 * MINUTE),
      'fleet-size': { ...learning(NOON + MINUTE), suspended: true },
    }
    expect(todayView(studyState({ cards }), EMPTY).nextLearningAt).toBe(NOON + 4 * MINUTE)
    expect(todayView(studyState({}), EMPTY).nextLearningAt).toBeNull()
  })

  it('counts the due reviews that the session does not hold', () => {
    const cards = { 'founding-month': review(10, 10), 'guest-state': review(10, 10) }
    const counts = { learning: 0, review: 1, new: 0 }
    expect(todayView(studyState({ cards }), { ...EMPTY, counts }).heldBack).toBe(1)
  })

  it('keeps an assignment until its day, and afterwards until it is reached', () => {
    const cards = { 'founding-motive': review(0, 10, 50) }
    const past = addDays(today(), -1)
    const lesson = { kind: 'lesson', id: asLessonId('lean-years') } as const
    const state = studyState({
      cards,
      assignments: [
        assignment({ id: 'missed', dueDay: past }),
        assignment({ id: 'reached', dueDay: past, targetReadiness: 0.1 }),
        assignment({ id: 'coming', dueDay: addDays(today(), 3), target: lesson }),
      ],
    })
    const { assignments } = todayView(state, EMPTY)
    expect(assignments).toMatchObject([
      { id: 'missed', daysLeft: -1, href: '/course?module=growth#module-growth' },
      { id: 'coming', daysLeft: 3, href: '/lessons/lean-years', ready: 0 },
    ])
    expect(assignments[0]?.ready).toBeCloseTo(1 / 5, 1)
  })

  it('says which assignments are late or in danger, and what brings each on', () => {
    const standings = (over: Partial<OwnAssignment>, newPerDay = 20) => {
      const state = studyState({ assignments: [assignment(over)], settings: { newPerDay } })
      return todayView(state, EMPTY).assignments.map(({ standing }) => standing)
    }
    expect(standings({ dueDay: addDays(today(), -1) })).toEqual(['late'])
    expect(standings({ dueDay: addDays(today(), 7) })).toEqual(['endangered'])
    expect(standings({ dueDay: addDays(today(), 30) })).toEqual(['on-time'])
    // Five questions do not begin in thirty-one days with none a day.
    expect(standings({ dueDay: addDays(today(), 30) }, 0)).toEqual(['endangered'])
    expect(standings({ dueDay: addDays(today(), 7), targetReadiness: 0.04 })).toEqual(['on-time'])

    const action = (said: Parameters<typeof studyState>[0]) =>
      todayView(studyState({ assignments: [assignment({})], ...said }), EMPTY).assignments[0]
        ?.action
    expect(action({})).toMatchObject({ kind: 'read', lesson: 'founding-years' })
    const lessons = { 'founding-years': READ }
    expect(action({ lessons })).toMatchObject({ kind: 'answer', part: 'growth' })
    expect(action({ lessons, settings: { newPerDay: 0 } })).toEqual({ kind: 'wait' })
  })
})

const look = lookUp(await compileFolder())

describe('the backlog', () => {
  const many = Object.fromEntries(
    look.catalogue.questions.slice(0, 30).map((question) => [question.id, review(20, 10)]),
  )

  it('is none below what an evening takes', () => {
    const cards = { 'founding-month': review(20, 10) }
    expect(backlogView(studyState({ cards }), null)).toBeNull()
  })

  it('says since when, and what each plan would take in minutes of the learner’s pace', () => {
    const view = backlogView(studyState({ cards: many, look }), MINUTE)
    expect(view).toMatchObject({
      overdue: 30,
      since: isoDate(addDays(today(), -10)),
      running: null,
    })
    expect(view?.plans.map(({ days, perDay }) => [days, perDay])).toEqual([
      [3, 10],
      [5, 6],
      [7, 5],
      [14, 3],
    ])
    expect(view?.plans[0]).toMatchObject({
      minutesPerDay: 10,
      levelOn: isoDate(addDays(today(), 3)),
    })
  })

  it('leaves out what the course no longer asks', () => {
    const cards = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`retired-${i}`, review(20, 10)]),
    )
    expect(backlogView(studyState({ cards }), MINUTE)).toBeNull()
    expect(todayView(studyState({ cards }), EMPTY).heldBack).toBe(0)
    expect(comingLoad(studyState({ cards: { retired: review(0, 1) } }))?.due).toEqual([])
  })

  it('shows a plan that runs though little is left, and none once it is over', () => {
    const cards = { 'founding-month': review(20, 10) }
    const plan = (from: number) => ({ catchUp: { from: addDays(today(), from), days: 5 } })
    expect(backlogView(studyState({ cards, settings: plan(-2) }), null)?.running).toEqual({
      daysLeft: 3,
      levelOn: isoDate(addDays(today(), 3)),
    })
    expect(backlogView(studyState({ cards, settings: plan(-5) }), null)).toBeNull()
  })
})
