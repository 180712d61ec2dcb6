import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REACHES, type Reach, reaches } from '@/lib/course/reach'
import { asLessonId, asModuleId, type QuestionId } from '@/lib/kernel/ids'
import { addDays } from '@/lib/kernel/study-day'
import { type Card, UNSEEN_CARD } from '@/lib/memory/card/card'
import { dailyQueue, questionsIn } from '@/lib/review/daily-queue'
import type { OwnAssignment } from '@/lib/review/own-assignment'
import type { StudyState } from '@/lib/review/study-state'
import { courseView } from '@/lib/review/view/course'
import { depthView } from '@/lib/review/view/depth'
import { todayView } from '@/lib/review/view/today'
import { today } from '../memory/build'
import { review } from './build'
import { READ, studyState } from './study-state'

const LESSONS = { 'founding-years': READ, 'lean-years': READ }
const PACE = { done: undefined, paceMs: null }

const assignment = (over: Partial<OwnAssignment> = {}): OwnAssignment => ({
  id: 'a',
  title: 'How the league grew',
  dueDay: addDays(today(), 10),
  target: { kind: 'module', id: asModuleId('growth') },
  reach: 'full',
  targetReadiness: 0.8,
  ...over,
})

const NAMES = studyState({}).look.catalogue.questions.map(({ id }) => id)

const at = (state: StudyState, reach: Reach): StudyState => ({
  ...state,
  settings: { ...state.settings, reach },
})

function asked(state: StudyState) {
  const { cards } = dailyQueue(state, questionsIn(state, null), undefined)
  const isNew = (id: (typeof cards)[number]) => !state.cards.has(id)
  return { fresh: cards.filter(isNew), begun: cards.filter((id) => !isNew(id)) }
}

const depthOf = (state: StudyState, id: string) =>
  state.look.catalogue.questions.find((question) => question.id === id)?.depth

describe('the queue of somebody who learns the core', () => {
  it('introduces nothing else, and the core first for somebody who learns everything', () => {
    const state = studyState({ lessons: LESSONS, settings: { reach: 'core' } })
    const depths = (reach: Reach) => asked(at(state, reach)).fresh.map((id) => depthOf(state, id))
    expect(new Set(depths('core'))).toEqual(new Set(['core']))
    const all = depths('all')
    expect(all).toEqual(all.toSorted((a, b) => order(a) - order(b)))
    expect(new Set(all).size).toBeGreaterThan(1)
  })

  it('brings back what has begun, whatever its depth, and what was met and taken back', () => {
    const deep = NAMES.filter((id) => depthOf(studyState({}), id) !== 'core')
    const [one] = deep
    if (!one) return expect.unreachable()
    const later = Object.fromEntries(
      NAMES.filter((id) => !deep.includes(id)).map((id) => [id, review(1, 30, 100)]),
    )
    const askedWith = (card: Card | null) => {
      const cards = card === null ? later : { ...later, [one]: card }
      const state = studyState({ lessons: LESSONS, settings: { reach: 'core' }, cards })
      return dailyQueue(state, questionsIn(state, null), undefined).cards
    }
    expect(askedWith(review(10, 10))).toEqual([one])
    expect(askedWith(UNSEEN_CARD)).toEqual([one])
    expect(askedWith(null)).toEqual([])
  })

  it('is what there is in a course of an earlier release, in which everything is full', () => {
    const { look } = studyState({})
    const questions = look.catalogue.questions.map((each) => ({ ...each, depth: 'full' as const }))
    const older = { ...look, catalogue: { ...look.catalogue, questions } }
    const state = studyState({ lessons: LESSONS, settings: { reach: 'core' }, look: older })
    expect(asked(state).fresh.length).toBeGreaterThan(5)
  })
})

describe('an assignment that asks for something else than its learner chose', () => {
  const state = (assignments: readonly OwnAssignment[], cards = {}) =>
    studyState({ lessons: LESSONS, settings: { reach: 'core' }, assignments, cards })
  const deeper = (of: StudyState) =>
    asked(of)
      .fresh.map((id) => of.look.question(id))
      .filter((question) => question !== undefined && !reaches('core', question))

  it('is followed in its part until its day, and says so', () => {
    const open = deeper(state([assignment()]))
    expect(open.length).toBeGreaterThan(0)
    expect(new Set(open.map((question) => question?.module))).toEqual(new Set(['growth']))
    expect(depthView(state([assignment()])).assigned).toMatchObject([
      { reach: 'full', differs: true },
    ])
    expect(deeper(state([assignment({ dueDay: today() })])).length).toBe(open.length)
    expect(deeper(state([assignment({ dueDay: addDays(today(), -1) })]))).toEqual([])
    const lesson = { kind: 'lesson', id: asLessonId('lean-years') } as const
    const other = deeper(state([assignment({ target: lesson })]))
    expect(other.every((question) => question?.lesson === 'lean-years')).toBe(true)
  })

  it('holds no longer once its target is reached', () => {
    const known = Object.fromEntries(NAMES.slice(0, 3).map((name) => [name, review(0, 30, 100)]))
    expect(deeper(state([assignment({ targetReadiness: 0.2 })], known))).toEqual([])
  })

  it('decides in its part for somebody who chose more, and nowhere else', () => {
    const wide = at(state([assignment({ reach: 'core' })]), 'full')
    expect(deeper(wide).length).toBeGreaterThan(0)
    expect(deeper(wide).every((question) => question?.module !== 'growth')).toBe(true)
    const free = deeper({ ...wide, assignments: [] })
    expect(free.some((question) => question?.module === 'growth')).toBe(true)
  })
})

describe('what the pages count', () => {
  it('are the questions within the depth: topics, decks and the way to the end', () => {
    const state = studyState({ settings: { reach: 'core' }, lessons: LESSONS })
    const core = state.look.catalogue.questions.filter((each) => reaches('core', each)).length
    const sum = (all: readonly { readonly total: number }[]) =>
      all.reduce((total, each) => total + each.total, 0)
    const counts = { learning: 0, review: 0, new: 0 }
    expect(sum(todayView(state, { counts, ...PACE }).topics)).toBe(core)
    const { modules, way } = courseView(state, PACE)
    expect(sum(modules.map(({ deck }) => deck))).toBe(core)
    expect(way.steps.map(({ reach, total }) => [reach, total])).toEqual([
      ['core', core],
      ['full', state.look.catalogue.questions.filter((each) => reaches('full', each)).length],
    ])
  })

  it('say how many study days the limits leave until all has begun', () => {
    const state = studyState({ settings: { reach: 'core', newPerDay: 2 }, lessons: LESSONS })
    const [core, full] = courseView(state, PACE).way.steps
    expect(core?.days).toBe(Math.ceil((core?.total ?? 0) / 2))
    expect(full?.days ?? 0).toBeGreaterThan(core?.days ?? 0)
    expect(core?.minutesPerDay).toBeGreaterThan(0)
    const stopped = courseView({ ...state, settings: { ...state.settings, newPerDay: 0 } }, PACE)
      .way.steps
    expect(stopped.map(({ days }) => days)).toEqual([null, null])
    const cards = Object.fromEntries(NAMES.map((name) => [name, review(1, 10)]))
    const [done] = courseView(studyState({ cards, lessons: LESSONS }), PACE).way.steps
    expect(done).toMatchObject({ days: 0, on: null, minutesPerDay: null })
  })
})

const order = (depth: string | undefined) => ['core', 'full', 'source-craft'].indexOf(depth ?? '')

function dueDayOf({ cards }: StudyState, id: QuestionId): number {
  const state = cards.get(id)?.state
  return state?.phase === 'review' ? state.dueDay : Infinity
}

const decks = fc.record({
  begun: fc.dictionary(
    fc.constantFrom(...NAMES),
    fc
      .record({ ago: fc.integer({ min: 1, max: 40 }), wait: fc.integer({ min: 1, max: 40 }) })
      .map(({ ago, wait }) => review(ago, wait)),
  ),
  read: fc.subarray(Object.keys(LESSONS)),
  path: fc.array(fc.constantFrom(...REACHES), { maxLength: 4 }),
  first: fc.constantFrom(...REACHES),
})

it('law: what has begun is asked alike at every depth, a day late at most, new questions only grow with it, and a change there and back leaves the day as it was', () => {
  fc.assert(
    fc.property(decks, ({ begun, read, path, first }) => {
      const lessons = Object.fromEntries(read.map((lesson) => [lesson, READ]))
      const settings = { reach: first, newPerDay: 100, reviewsPerDay: 100 }
      const state = studyState({ cards: begun, lessons, settings })
      const [core, full, all] = REACHES.map((reach) => asked(at(state, reach)))
      // What falls due today gives way to a sibling that is new, and new ones depend on the depth.
      const waited = (ids: readonly QuestionId[] = []) =>
        ids.filter((id) => dueDayOf(state, id) < today())
      expect(waited(full?.begun)).toEqual(waited(core?.begun))
      expect(waited(all?.begun)).toEqual(waited(core?.begun))
      expect(full?.fresh.slice(0, core?.fresh.length)).toEqual(core?.fresh)
      expect(all?.fresh.slice(0, full?.fresh.length)).toEqual(full?.fresh)
      const back = at(path.reduce(at, state), first)
      expect(asked(back)).toEqual(asked(state))
      expect(back.cards).toEqual(state.cards)
    }),
    { numRuns: 200 },
  )
})
