import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '@/lib/course/types'
import { asEntityId } from '@/lib/kernel/ids'
import { grade } from '@/lib/kinds/grade'
import { kindOf } from '@/lib/kinds/kinds'
import { shuffleOptions } from '@/lib/kinds/shuffle-options'
import type { Answer } from '@/lib/kinds/types'
import { everyKind, question } from './build'

const states = (ids: string) => ids.split(' ').map(asEntityId)

const rightAnswer = (asked: Question): Answer => kindOf(asked.kind).rightAnswer(asked)

describe('every kind', () => {
  it('grades its own answer as right, flash leaves it to the learner', () => {
    for (const asked of everyKind) {
      const verdict = grade(asked, rightAnswer(asked))
      expect(verdict).toMatchObject(
        asked.kind === 'flash' ? { outcome: 'self' } : { outcome: 'right', score: 1, proposed: 3 },
      )
    }
  })

  it('calls the answer of another kind incomplete', () => {
    for (const asked of everyKind) {
      for (const other of everyKind) {
        if (other.kind === asked.kind) continue
        expect(grade(asked, rightAnswer(other))).toMatchObject({ outcome: 'incomplete' })
      }
    }
  })

  it('never throws, never proposes Easy, and keeps the score within 0 and 1', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('June 2006', '4500'))
    const piece = fc.oneof(text, fc.constantFrom('Russia', 'India', 'SCO', 'Treaty', 'Tashkent'))
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      text.map((each): Answer => ({ kind: 'text', text: each })),
      text.map((each): Answer => ({ kind: 'cloze', text: each })),
      text.map((each): Answer => ({ kind: 'number', text: each })),
      piece.map((option): Answer => ({ kind: 'choice', option })),
      fc.array(piece).map((options): Answer => ({ kind: 'multi', options })),
      fc.array(piece).map((items): Answer => ({ kind: 'order', items })),
      fc
        .array(fc.record({ left: piece, right: piece }))
        .map((pairs): Answer => ({ kind: 'match', pairs })),
      fc
        .array(fc.constantFrom('ru', 'am', 'uz', 'xx').map(asEntityId))
        .map((each): Answer => ({ kind: 'map', states: each })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...everyKind), answer, (asked, given) => {
        const verdict = grade(asked, given)
        if (verdict.outcome === 'incomplete' || verdict.outcome === 'self') return
        expect(verdict.proposed).toBeLessThan(4)
        expect(verdict.score).toBeGreaterThanOrEqual(0)
        expect(verdict.score).toBeLessThanOrEqual(1)
        expect(verdict.outcome === 'right').toBe(verdict.score === 1)
        expect(verdict.note).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('choice', () => {
  it('is right, wrong, or not yet chosen', () => {
    const of = (option: string) => grade(question('choice'), { kind: 'choice', option })
    expect(of('Tashkent')).toMatchObject({ outcome: 'wrong', note: 'The answer is “Moscow”.' })
    expect(of('')).toMatchObject({ outcome: 'incomplete' })
  })
})

describe('multi', () => {
  const of = (...options: string[]) => grade(question('multi'), { kind: 'multi', options })

  it('three of four is partly right and nearly all: Hard', () => {
    expect(of('Russia', 'China', 'Kazakhstan')).toMatchObject({
      outcome: 'partly',
      score: 0.75,
      proposed: 2,
    })
  })

  it('a pick that does not belong takes one away: Again', () => {
    expect(of('Russia', 'China', 'Kazakhstan', 'India')).toMatchObject({
      outcome: 'partly',
      score: 0.5,
      proposed: 1,
      note: '3 of 4 options found, and 1 that does not belong.',
    })
  })

  it('picking everything is hardly better than nothing; picking nothing is no answer', () => {
    const all = of('Russia', 'China', 'Kazakhstan', 'Tajikistan', 'India', 'Iran', 'Mongolia')
    expect(all).toMatchObject({ outcome: 'partly', score: 0.25, proposed: 1 })
    expect(of('India')).toMatchObject({ outcome: 'wrong', score: 0 })
    expect(of()).toMatchObject({ outcome: 'incomplete' })
  })

  it('the same option twice counts once', () => {
    expect(of('Russia', 'Russia', 'China', 'Kazakhstan', 'Tajikistan')).toMatchObject({
      outcome: 'right',
    })
  })
})

describe('order', () => {
  const of = (...items: string[]) => grade(question('order'), { kind: 'order', items })

  it('two neighbours swapped is nearly right and says which', () => {
    expect(of('Treaty', 'SCO', 'Shanghai Five', 'CSTO', 'Andijan')).toEqual({
      outcome: 'partly',
      score: 0.9,
      proposed: 2,
      note: '“Shanghai Five” comes before “SCO” (earliest first).',
    })
  })

  it('backwards is wrong, a missing or a doubled item is no answer', () => {
    expect(of('Andijan', 'CSTO', 'SCO', 'Shanghai Five', 'Treaty')).toMatchObject({
      outcome: 'wrong',
      score: 0,
    })
    expect(of('Treaty', 'SCO')).toMatchObject({ outcome: 'incomplete' })
    expect(of('Treaty', 'Treaty', 'SCO', 'CSTO', 'Andijan')).toMatchObject({
      outcome: 'incomplete',
    })
  })
})

describe('match', () => {
  const of = (rights: string[]) =>
    grade(question('match'), {
      kind: 'match',
      pairs: ['RATS', 'SCO', 'CSTO', 'NATO'].map((left, index) => ({
        left,
        right: rights[index] ?? '',
      })),
    })

  it('counts the pairs and names one that was missed', () => {
    expect(of(['Tashkent', 'Moscow', 'Beijing', 'Brussels'])).toMatchObject({
      outcome: 'partly',
      score: 0.5,
      proposed: 1,
      note: '2 of 4 matched: “SCO” goes with “Beijing”.',
    })
    expect(of(['Tashkent', 'Moscow', 'Beijing'])).toMatchObject({ outcome: 'incomplete' })
  })
})

describe('map', () => {
  it('grades the states picked', () => {
    const of = (ids: string) => grade(question('map'), { kind: 'map', states: states(ids) })
    expect(of('kz ru am')).toMatchObject({ outcome: 'right' })
    expect(of('kz ru')).toMatchObject({ outcome: 'partly', proposed: 1 })
    expect(of('uz')).toMatchObject({ outcome: 'wrong' })
    expect(of('fr')).toMatchObject({ outcome: 'incomplete' })
  })
})

describe('the order in which options are shown', () => {
  it('is the same for the same seed, holds every option once, and never comes solved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyKind), fc.string(), (asked, seed) => {
        const shown = shuffleOptions(asked, seed)
        expect(shuffleOptions(asked, seed)).toEqual(shown)
        if (shown.kind === 'order' && asked.kind === 'order') {
          expect(shown.items).not.toEqual(asked.items)
          expect([...shown.items].sort()).toEqual([...asked.items].sort())
        }
        if (shown.kind === 'map' && asked.kind === 'map') {
          expect([...shown.candidates].sort()).toEqual([...asked.candidates].sort())
        }
      }),
    )
  })

  it('puts the right option in every place over many seeds', () => {
    const places = Array.from({ length: 300 }, (_, index) => {
      const shown = shuffleOptions(question('choice'), `session-${index}`)
      return shown.kind === 'choice' ? shown.options.indexOf('Moscow') : -1
    })
    for (const place of [0, 1, 2]) {
      expect(places.filter((each) => each === place).length).toBeGreaterThan(70)
    }
  })
})
