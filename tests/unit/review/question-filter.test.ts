import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asQuestionId } from '@/lib/kernel/ids'
import { addDays } from '@/lib/kernel/study-day'
import type { Card } from '@/lib/memory/card/card'
import { UNSEEN_CARD } from '@/lib/memory/card/card'
import { bulkEffect } from '@/lib/review/bulk-act'
import { customQueue, filterScope, readScope } from '@/lib/review/custom-study'
import { dailyQueue, moreThanToday, questionsIn } from '@/lib/review/daily-queue'
import {
  FILTER_DUES,
  FILTER_LASTS,
  FILTER_MARKS,
  FILTER_STATES,
  filteredQuestions,
  filterValues,
  NO_MARKS,
  placeOf,
  type QuestionFilter,
  readFilter,
} from '@/lib/review/question-filter'
import type { StudyState } from '@/lib/review/study-state'
import { questionList } from '@/lib/review/view/question-list'
import { NOON, today } from '../memory/build'
import { READ, studyState } from './study-state'

const ids = studyState({}).look.catalogue.questions.map(({ id }) => id)
const LESSONS = ['founding-years', 'lean-years']
const FIRST = studyState({}).look.catalogue.questions[0]
const NOTHING: QuestionFilter = readFilter(() => null)

/** In phase review, due so many days from today. */
const due = (
  daysOn: number,
  over: Partial<Card> & { lapses?: number; ago?: number } = {},
): Card => ({
  suspended: false,
  buriedUntil: null,
  ...over,
  state: {
    phase: 'review',
    stability: 10,
    difficulty: 5,
    reps: 3,
    lapses: over.lapses ?? 0,
    lastReviewAt: NOON - (over.ago ?? 10) * 86_400_000,
    lastReviewDay: addDays(today(), -(over.ago ?? 10)),
    intervalDays: 10,
    dueDay: addDays(today(), daysOn),
  },
})

const anyCard: fc.Arbitrary<Card | null> = fc.oneof(
  fc.constant(null),
  fc.constant(UNSEEN_CARD),
  fc
    .record({
      daysOn: fc.integer({ min: -20, max: 60 }),
      ago: fc.nat(30),
      lapses: fc.nat(10),
      suspended: fc.boolean(),
      buried: fc.boolean(),
    })
    .map(({ daysOn, ago, lapses, suspended, buried }) =>
      due(daysOn, { ago, lapses, suspended, buriedUntil: buried ? addDays(today(), 1) : null }),
    ),
)

const anyState: fc.Arbitrary<StudyState> = fc
  .record({
    cards: fc.array(anyCard, { minLength: ids.length, maxLength: ids.length }),
    read: fc.subarray(LESSONS),
    newPerDay: fc.nat(5),
    reviewsPerDay: fc.nat(5),
  })
  .map(({ cards, read, newPerDay, reviewsPerDay }) =>
    studyState({
      cards: Object.fromEntries(
        ids.flatMap((id, i) => {
          const card = cards[i]
          return card ? [[id, card]] : []
        }),
      ),
      lessons: Object.fromEntries(read.map((lesson) => [lesson, READ])),
      settings: { newPerDay, reviewsPerDay },
    }),
  )

const anyFilter: fc.Arbitrary<QuestionFilter> = fc.record({
  topic: fc.constantFrom(null, 'leagues', 'trade'),
  part: fc.constantFrom(null, 'growth', 'lean-years'),
  state: fc.constantFrom(null, ...FILTER_STATES),
  due: fc.constantFrom(null, ...FILTER_DUES),
  mark: fc.constantFrom(null, ...FILTER_MARKS),
  last: fc.constantFrom(null, ...FILTER_LASTS),
  text: fc.constantFrom('', 'which', 'League'),
})

describe('a filter', () => {
  test('is the same after it went through an address, and through the text of a session', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const values = filterValues(filter)
        expect(readFilter((name) => values[name] ?? null)).toEqual(filter)
        expect(readScope(filterScope(filter))).toEqual({ kind: 'filter', filter })
      }),
    )
  })

  test('asks for nothing by what it does not know', () => {
    expect(readFilter((name) => (name === 'state' ? 'asleep' : null))).toEqual(NOTHING)
  })

  test('the states part the questions: each is in one of them, and those not locked in the list without a state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const all = FILTER_STATES.flatMap((each) =>
          filteredQuestions(state, NO_MARKS, { ...NOTHING, state: each }),
        )
        expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
        const open = filteredQuestions(state, NO_MARKS, NOTHING)
        expect(open).toEqual(
          state.look.catalogue.questions.filter((each) => placeOf(state, each) !== 'locked'),
        )
      }),
    )
  })

  test('finds what was forgotten last, not what was reset since', () => {
    const [first = asQuestionId(''), second = asQuestionId('')] = ids
    const state = studyState({
      cards: { [first]: due(3), [second]: UNSEEN_CARD },
      lessons: { 'founding-years': READ },
    })
    const marks = {
      ...NO_MARKS,
      last: new Map([
        [first, 1 as const],
        [second, 1 as const],
      ]),
    }
    const found = filteredQuestions(state, marks, { ...NOTHING, last: 'forgotten' })
    expect(found.map(({ id }) => id)).toEqual([first])
    expect(filteredQuestions(state, marks, { ...NOTHING, last: 'recalled' })).toEqual([])
  })
})

test('the pages of the list hold every question once, and no row has an answer', () => {
  fc.assert(
    fc.property(anyState, anyFilter, (state, filter) => {
      const view = questionList(state, NO_MARKS, { filter, sort: 'due', page: 1 })
      const rows = Array.from({ length: view.pages }, (_, i) => i + 1).flatMap(
        (page) => questionList(state, NO_MARKS, { filter, sort: 'due', page }).rows,
      )
      expect(rows.map(({ id }) => id).toSorted()).toEqual(view.ids.toSorted())
      for (const row of rows) expect(Object.keys(row)).not.toContain('answer')
    }),
  )
})

describe('an act in bulk', () => {
  test('says of each chosen question once whether it changes or why it stays', () => {
    fc.assert(
      fc.property(
        anyState,
        fc.array(fc.constantFrom(...ids, asQuestionId('gone'))),
        fc.constantFrom('bury', 'suspend', 'unsuspend', 'reset', 'move'),
        (state, chosen, kind) => {
          const act = kind === 'move' ? { kind, toDay: addDays(today(), 4) } : { kind }
          const { changes, kept } = bulkEffect(state, chosen, act)
          const stays = [...kept.values()].reduce((sum, n) => sum + n, 0)
          expect(changes.length + stays).toBe(new Set(chosen).size)
        },
      ),
    )
  })

  test('leaves a question alone whose lesson is not finished', () => {
    const [first = asQuestionId('')] = ids
    const { changes, kept } = bulkEffect(studyState({}), [first], { kind: 'suspend' })
    expect(changes).toEqual([])
    expect(kept.get('locked')).toBe(1)
  })

  test('counts what is due on the day of a move, with what was due there before', () => {
    const [first = asQuestionId(''), second = asQuestionId('')] = ids
    const state = studyState({ cards: { [first]: due(4), [second]: due(0) } })
    const act = { kind: 'move', toDay: addDays(today(), 4) } as const
    expect(bulkEffect(state, [first, second], act)).toMatchObject({
      changes: [second],
      dueNow: 1,
      thatDay: 2,
    })
  })
})

describe('custom study', () => {
  test('so many more come today as were asked for, or all there are, and tomorrow none of them', () => {
    fc.assert(
      fc.property(anyState, fc.nat(6), fc.nat(6), fc.nat(8), (state, fresh, reviews, done) => {
        const counts = {
          introduced: done,
          retentionTotal: done,
          ...{ reviews: 0, retentionPassed: 0, matureTotal: 0, maturePassed: 0, durationMs: 0 },
        }
        const all = questionsIn(state, null)
        const of = (more: StudyState['settings']['more']) =>
          dailyQueue({ ...state, settings: { ...state.settings, more } }, all, counts).counts
        const most = of({ day: state.today, new: 99, reviews: 99 })
        const before = of(null)
        const more = moreThanToday(state, { new: fresh, reviews }, counts)
        const after = of(more)
        // Siblings of a review that comes keep a new question back, so those may become fewer.
        expect(after.review).toBe(Math.min(most.review, before.review + reviews))
        if (reviews === 0) {
          const all = of({ day: state.today, new: 99, reviews: more.reviews })
          expect(after.new).toBe(Math.min(all.new, before.new + fresh))
        }
        expect(of({ ...more, day: addDays(state.today, -1) })).toEqual(before)
      }),
    )
  })

  test('asked for twice, twice as many come', () => {
    const state = studyState({
      lessons: { 'founding-years': READ, 'lean-years': READ },
      settings: { newPerDay: 1 },
    })
    const once = moreThanToday(state, { new: 1, reviews: 0 }, undefined)
    const raised = { ...state, settings: { ...state.settings, more: once } }
    expect(moreThanToday(raised, { new: 1, reviews: 0 }, undefined)).toMatchObject({ new: 2 })
  })

  test('ahead has every review of today and nothing beyond its days, nothing new, set aside, and what was answered today only if it is due', () => {
    fc.assert(
      fc.property(anyState, fc.integer({ min: 1, max: 30 }), (state, days) => {
        const all = questionsIn(state, null)
        const { cards } = customQueue(state, all, days)
        expect(new Set(cards).size).toBe(cards.length)
        for (const id of cards) {
          const card = state.cards.get(id)
          if (card?.state.phase !== 'review') throw new Error(`${id} is not in phase review`)
          expect(card.state.dueDay).toBeLessThanOrEqual(state.today + days)
          if (card.state.dueDay > state.today) {
            expect(card.state.lastReviewDay).not.toBe(state.today)
          }
          expect(card.suspended || (card.buriedUntil ?? 0) > state.today).toBe(false)
        }
        const more = { day: state.today, new: 0, reviews: 99 }
        const due = dailyQueue({ ...state, settings: { ...state.settings, more } }, all, undefined)
        const reviews = due.cards.filter((id) => state.cards.get(id)?.state.phase === 'review')
        expect(reviews.filter((id) => !cards.includes(id))).toEqual([])
      }),
    )
  })

  test('days that cannot be are refused', () => {
    expect(readScope('ahead:0')).toBeNull()
    expect(readScope('ahead:31')).toBeNull()
    expect(readScope('ahead:3')).toEqual({ kind: 'ahead', days: 3 })
    expect(readScope(FIRST?.topic ?? '')).toMatchObject({ kind: 'part' })
  })
})
