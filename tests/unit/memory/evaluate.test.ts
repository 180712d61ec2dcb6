import { describe, expect, it } from 'vitest'
import { asEventId, asQuestionId } from '@/lib/kernel/ids'
import { seededRandom } from '@/lib/kernel/seeded-random'
import { addDays } from '@/lib/kernel/study-day'
import type { Memory } from '@/lib/memory/card/state'
import { type History, historiesOf } from '@/lib/memory/log/training-histories'
import { evaluate, lossChange } from '@/lib/memory/model/evaluate-model'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { nextMemory, recallAfter } from '@/lib/memory/schedule/algorithm'
import { DAY, NOON, QUESTION, today } from './build'

/** Cards answered by a memory that is the model's own. */
function histories(cards: number, reviews: number): History[] {
  const random = seededRandom(3)
  return Array.from({ length: cards }, () => {
    let memory: Memory | null = null
    let day = today()
    return Array.from({ length: reviews }, (_, i) => {
      const elapsedDays = i === 0 ? 0 : 1 + Math.floor(random() * 12)
      day = addDays(day, elapsedDays)
      const recalls =
        memory === null || random() < recallAfter(elapsedDays, memory.stability, DEFAULT_MODEL)
      const rating = recalls ? 3 : 1
      memory = nextMemory(memory, elapsedDays, rating, DEFAULT_MODEL)
      return { rating, elapsedDays, at: NOON + day * DAY, day }
    })
  })
}

const all = () => true

describe('the judgement of a model', () => {
  it('prefers the model that made the answers to another', () => {
    const made = histories(150, 8)
    const other = {
      ...DEFAULT_MODEL,
      version: 'test-other',
      weights: DEFAULT_MODEL.weights.map((weight, i) => (i < 4 ? weight / 4 : weight)),
    }
    const truth = evaluate(made, DEFAULT_MODEL, all)
    const rival = evaluate(made, other, all)
    expect(truth?.n).toBe(150 * 7)
    expect(truth?.logLoss).toBeLessThan(rival?.logLoss ?? 0)
    expect(truth?.rmseBins).toBeLessThan(rival?.rmseBins ?? 0)
  })

  it('tells a better model from chance by an interval over the same reviews', () => {
    const other = (factor: number) => ({
      ...DEFAULT_MODEL,
      version: `test-${factor}`,
      weights: DEFAULT_MODEL.weights.map((weight, i) => (i < 4 ? weight * factor : weight)),
    })
    const made = histories(150, 8)
    const clear = lossChange(made, { before: other(0.25), after: DEFAULT_MODEL }, all)
    expect(clear?.high).toBeLessThan(0)
    const few = histories(20, 4)
    const slight = lossChange(few, { before: DEFAULT_MODEL, after: other(1.03) }, all)
    expect(slight?.low).toBeLessThan(0)
    expect(slight?.high).toBeGreaterThan(0)
    const means = [other(0.25), DEFAULT_MODEL].map((model) => evaluate(made, model, all)?.logLoss)
    expect(clear?.mean).toBeCloseTo((means[1] ?? 0) - (means[0] ?? 0), 9)
    expect(lossChange([], { before: other(2), after: DEFAULT_MODEL }, all)).toBeNull()
  })

  it('is the mean surprise, as counted by hand', () => {
    const [first] = histories(1, 2)
    if (first === undefined) throw new Error('one history')
    const [begin, test] = first
    if (!begin || !test) throw new Error('two reviews')
    const memory = nextMemory(null, 0, begin.rating, DEFAULT_MODEL)
    const p = recallAfter(test.elapsedDays, memory.stability, DEFAULT_MODEL)
    const found = evaluate([first], DEFAULT_MODEL, all)
    const passed = test.rating > 1
    expect(found?.logLoss).toBeCloseTo(-Math.log(passed ? p : 1 - p), 6)
    expect(found?.rmseBins).toBeCloseTo(Math.abs(p - (passed ? 1 : 0)), 6)
  })

  it('ignores reviews that are not asked about', () => {
    expect(evaluate(histories(3, 4), DEFAULT_MODEL, () => false)).toBeNull()
  })
})

describe('what training learns from', () => {
  it('leaves out what was undone, counts study days, and starts again after a reset', () => {
    const happened = (n: number, days: number) => ({
      id: asEventId(`event-${n}`),
      questionId: asQuestionId(QUESTION),
      at: NOON + days * DAY + n,
      day: addDays(today(), days),
    })
    const graded = (n: number, days: number, rating: 1 | 3) =>
      ({ ...happened(n, days), kind: 'grade', rating, modelVersion: 'any' }) as const
    const found = historiesOf([
      graded(5, 9, 3),
      graded(1, 0, 3),
      graded(2, 0, 1),
      { ...happened(3, 0), kind: 'undo', undoes: asEventId('event-2') },
      graded(4, 4, 3),
      { ...happened(6, 10), kind: 'reset' },
      graded(7, 12, 1),
    ])
    expect(found.map((life) => life.map(({ elapsedDays }) => elapsedDays))).toEqual([
      [0, 4, 5],
      [0],
    ])
  })
})
