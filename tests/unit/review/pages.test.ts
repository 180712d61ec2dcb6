import { describe, expect, it } from 'vitest'
import { asLessonId, asModuleId } from '@/lib/kernel/ids'
import { addDays, isoDate } from '@/lib/kernel/study-day'
import { NO_COUNTS } from '@/lib/memory/log/day-counts'
import { sessionCards, sessionGround } from '@/lib/review/session-card'
import { courseView } from '@/lib/review/view/course'
import { lessonView } from '@/lib/review/view/lesson'
import { placementModules, placementPayload } from '@/lib/review/view/placement'
import { type Answered, progressView } from '@/lib/review/view/progress'
import { setAsideView } from '@/lib/review/view/set-aside'
import { NOON, today } from '../memory/build'
import { id, learning, review } from './build'
import { OPENED, READ, SKIPPED, studyState } from './study-state'

const LESSON = asLessonId('founding-years')
const NOTHING_DONE = { done: undefined, paceMs: null }

describe('the course page', () => {
  it('says of each lesson how far it is, and of each module when it is due', () => {
    const state = studyState({ lessons: { 'founding-years': OPENED, 'lean-years': SKIPPED } })
    const due = {
      id: 'a',
      title: '',
      dueDay: addDays(today(), 2),
      target: { kind: 'module', id: asModuleId('growth') },
      reach: 'all',
      targetReadiness: 0.8,
    } as const
    const assignments = [due, { ...due, dueDay: addDays(today(), 9) }]
    const { modules } = courseView({ ...state, assignments }, NOTHING_DONE)
    expect(modules.map((module) => module.due)).toEqual([isoDate(addDays(today(), 2)), null])
    const lessons = modules.flatMap((module) => module.lessons)
    expect(lessons.map((lesson) => [lesson.state, lesson.questions])).toEqual([
      ['started', 5],
      ['skipped', 5],
    ])
  })

  it('counts every question of a deck once: locked, new, or seen', () => {
    const state = studyState({
      lessons: { 'founding-years': READ },
      cards: {
        'founding-month': review(1, 10, 100),
        'guest-state': review(20, 10, 3),
        'fleet-size': learning(NOON + 1),
        'exit-cloze': review(1, 10, 100),
      },
    })
    const [growth, rivals] = courseView(state, NOTHING_DONE).modules.map(({ deck }) => deck)
    expect(growth).toMatchObject({
      total: 5,
      deeper: 0,
      locked: 0,
      new: 2,
      learning: 1,
      due: 1,
      seen: 3,
    })
    expect(growth?.known).toBeGreaterThan(2)
    expect(growth?.known).toBeLessThan(3)
    expect(rivals).toMatchObject({ total: 5, locked: 4, new: 0, seen: 1 })
    expect(rivals?.known).toBeCloseTo(1, 1)
  })
})

describe('the page of a lesson', () => {
  it('brings its prompts with the learner’s cards, and says which were answered today', () => {
    const cards = { 'founding-month': review(0, 5), 'guest-state': review(1, 5) }
    const state = studyState({ cards })
    const lesson = state.look.lesson(LESSON)
    if (!lesson) return expect.unreachable()
    const { recalls, previous, next, completedAt } = lessonView(state, lesson)
    expect(Object.keys(recalls)).toEqual(lesson.recalls)
    expect(recalls['founding-month']).toMatchObject({ answeredToday: true, card: review(0, 5) })
    expect(recalls['guest-state']?.answeredToday).toBe(false)
    expect(recalls['fleet-size']?.answeredToday).toBe(false)
    expect([previous, next?.id, completedAt]).toEqual([null, 'lean-years', null])
  })
})

describe('what a session gives to the browser', () => {
  it('leaves out questions that the course no longer asks, and keeps the order', () => {
    const asked = sessionCards(studyState({}), ['fleet-size', 'retired', 'founders'].map(id))
    expect(asked.map(({ question }) => question.id)).toEqual(['fleet-size', 'founders'])
    expect(asked[0]?.citations.length).toBeGreaterThan(0)
  })

  it('has the load of the coming days only for a learner who wants it levelled', () => {
    const cards = { 'founding-month': review(0, 1) }
    expect(sessionGround(studyState({ cards })).load?.due).toEqual([0, 1])
    const settings = { levelLoad: false }
    expect(sessionGround(studyState({ cards, settings })).load).toBeNull()
  })
})

describe('what is set aside', () => {
  it('lists difficult questions first, buried questions apart, and nothing that the course no longer asks', () => {
    const forgotten = review(5, 5)
    const lapsed = { ...forgotten.state, lapses: 8 }
    const state = studyState({
      cards: {
        'guest-state': { ...forgotten, suspended: true },
        'founding-month': { ...forgotten, state: lapsed, suspended: true },
        'fleet-size': { ...forgotten, buriedUntil: addDays(today(), 1) },
        founders: { ...forgotten, buriedUntil: today() },
        retired: { ...forgotten, suspended: true },
      },
    })
    const { suspended, buried } = setAsideView(state)
    expect(suspended.map((question) => [question.id, question.leech, question.lapses])).toEqual([
      ['founding-month', true, 8],
      ['guest-state', false, 0],
    ])
    expect(buried).toMatchObject([{ id: 'fleet-size', lesson: { id: LESSON } }])
  })
})

describe('the placement', () => {
  it('offers modules with an unfinished lesson', () => {
    const state = studyState({ lessons: { 'founding-years': READ, 'lean-years': OPENED } })
    expect(placementModules(state)).toMatchObject([{ id: 'rivals', lessons: 1 }])
  })

  it('asks one person the same all day, of the modules chosen, and nothing that was met', () => {
    const met = studyState({ cards: { 'founding-month': review(1, 5) } })
    const payload = placementPayload(met, ['growth'], 'somebody')
    expect(placementPayload(met, ['growth'], 'somebody')).toEqual(payload)
    const asked = payload.cards.map(({ question }) => question)
    expect(asked.every(({ module }) => module === 'growth')).toBe(true)
    expect(asked.map((question) => question.id)).not.toContain('founding-month')
    expect(payload.seed).not.toBe(placementPayload(met, ['growth'], 'another').seed)
  })
})

describe('the progress page', () => {
  const NOTHING: Answered = { days: [], hours: [], byConfidence: [], byPrediction: [] }
  const tested = (ago: number, passed: number) => ({
    ...NO_COUNTS,
    day: addDays(today(), -ago),
    reviews: 10,
    retentionTotal: 10,
    retentionPassed: passed,
  })

  it('has no figure where nothing was answered', () => {
    const view = progressView(studyState({}), NOTHING)
    expect(view).toMatchObject({ trueRetention: null, confidence: null, retention: [] })
    expect([view.year.length, view.days.length, view.forecast.length]).toEqual([371, 30, 30])
  })

  it('takes true retention over the last 30 study days alone', () => {
    const days = [tested(30, 1), tested(29, 9), tested(0, 8)]
    const view = progressView(studyState({}), { ...NOTHING, days })
    expect(view.trueRetention).toEqual({ passed: 17, total: 20 })
    expect(view.days.at(-1)).toMatchObject({ date: isoDate(today()), reviews: 10 })
  })

  it('counts skipped lessons as done, and forecasts only what the course still asks', () => {
    const state = studyState({
      lessons: { 'founding-years': SKIPPED, 'lean-years': OPENED },
      cards: { 'founding-month': review(10, 10), retired: review(10, 10) },
    })
    const view = progressView(state, NOTHING)
    expect([view.lessonsDone, view.lessonsTotal]).toEqual([1, 2])
    expect(view.forecast[0]).toMatchObject({ date: isoDate(today()), due: 1 })
  })
})
