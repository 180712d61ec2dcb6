import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/study-day'
import { NO_COUNTS } from '@/lib/memory/log/day-counts'
import { dailyQueue, questionsIn } from '@/lib/review/daily-queue'
import type { StudyState } from '@/lib/review/study-state'
import { today } from '../memory/build'
import { review } from './build'
import { READ, SKIPPED, studyState } from './study-state'

const BOTH_READ = { 'founding-years': READ, 'lean-years': READ }
const counts = (state: StudyState, done = NO_COUNTS) =>
  dailyQueue(state, questionsIn(state, null), done).counts

describe('the questions of a part', () => {
  it('are those of a module or of a topic, all without one, none of what does not exist', () => {
    const state = studyState({})
    const size = (part: string | null) => questionsIn(state, part).length
    expect(['growth', 'trade', null, 'nothing'].map(size)).toEqual([5, 1, 10, 0])
  })
})

describe('the queue of a day', () => {
  it('asks a question that was met before its lesson is finished, and no other of that lesson', () => {
    const state = studyState({ cards: { 'founding-month': review(10, 10) } })
    const { cards } = dailyQueue(state, questionsIn(state, null), undefined)
    expect(cards).toEqual(['founding-month'])
  })

  it('takes what was done today from the limits', () => {
    const settings = { newPerDay: 3, reviewsPerDay: 2 }
    const cards = { 'founding-month': review(10, 9), 'guest-state': review(10, 9) }
    const state = studyState({ cards, lessons: BOTH_READ, settings })
    const done = { ...NO_COUNTS, introduced: 1, retentionTotal: 1 }
    expect(counts(state)).toEqual({ learning: 0, review: 2, new: 3 })
    expect(counts(state, done)).toEqual({ learning: 0, review: 1, new: 2 })
  })

  it('asks new questions of lessons that were read before those of skipped ones', () => {
    const state = studyState({
      lessons: { 'founding-years': SKIPPED, 'lean-years': READ },
      settings: { newPerDay: 2 },
    })
    const { cards } = dailyQueue(state, questionsIn(state, null), undefined)
    const lessons = cards.map((question) => state.look.question(question)?.lesson)
    expect(lessons).toEqual(['lean-years', 'lean-years'])
  })

  it('starts no new question while a backlog is spread, and reviews the share of the day', () => {
    const names = ['founding-month', 'guest-state', 'fleet-size', 'founding-motive'] as const
    const cards = Object.fromEntries(names.map((name) => [name, review(20, 10)]))
    const plan = { from: today(), days: 2 }
    const spreading = studyState({ cards, lessons: BOTH_READ, settings: { catchUp: plan } })
    expect(counts(spreading)).toEqual({ learning: 0, review: 2, new: 0 })

    const over = { from: addDays(today(), -2), days: 2 }
    const after = studyState({ cards, lessons: BOTH_READ, settings: { catchUp: over } })
    expect(counts(after)).toMatchObject({ review: 4 })
    expect(counts(after).new).toBeGreaterThan(0)
  })
})
