import { describe, expect, it } from 'vitest'
import { asModuleId } from '@/lib/kernel/ids'
import { addDays, isoDate } from '@/lib/kernel/study-day'
import { aheadOf } from '@/lib/review/ahead'
import { todayView } from '@/lib/review/view/today'
import { today } from '../memory/build'
import { review } from './build'
import { READ, studyState } from './study-state'

const growth = {
  id: 'a',
  title: 'How the league grew',
  dueDay: addDays(today(), 9),
  target: { kind: 'module', id: asModuleId('growth') },
  reach: 'all',
  targetReadiness: 0.8,
} as const

describe('what the summary of a session is told', () => {
  it('is the assignment that is due first and not reached yet, with what is known of it', () => {
    const later = { ...growth, id: 'b', dueDay: addDays(today(), 20) }
    const cards = { 'founding-month': review(0, 10, 100) }
    const { goal } = aheadOf(studyState({ cards, assignments: [growth, later] }), 0)
    expect(goal.assignment).toEqual({
      title: 'How the league grew',
      due: isoDate(growth.dueDay),
      target: 0.8,
    })
    expect(goal).toMatchObject({ lessons: ['founding-years'], total: 5 })
    expect(goal.known).toBeCloseTo(1, 1)
  })

  it('is without an assignment how much of the course is known, and what comes tomorrow', () => {
    const state = studyState({
      lessons: { 'founding-years': READ },
      cards: { 'founding-month': review(0, 1) },
    })
    const { goal, tomorrow } = aheadOf(state, 0)
    expect(goal).toMatchObject({ assignment: null, lessons: null, total: 10 })
    const counts = { learning: 0, review: 0, new: 0 }
    const [first] = todayView(state, { counts, done: undefined, paceMs: null }).coming
    expect(tomorrow).toEqual({ due: first?.due, new: first?.new })
    expect(tomorrow).toEqual({ due: 1, new: 4 })
  })
})
