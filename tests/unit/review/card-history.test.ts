import { describe, expect, it } from 'vitest'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import type { ReviewEvent } from '@/lib/review/event'
import { cardHistory } from '@/lib/review/view/card-history'
import { DAY, dayOf, NOON, QUESTION, testModels, today, UNFUZZED } from '../memory/build'
import { eventId } from './build'

const happened = (index: number, at: number) => ({
  id: eventId(index),
  questionId: QUESTION,
  at,
  day: dayOf(at),
  receivedAt: at,
})

const grade = (index: number, at: number): ReviewEvent => ({
  ...happened(index, at),
  kind: 'grade',
  rating: 4,
  durationMs: 5000,
  modelVersion: UNFUZZED.version,
  graded: {
    answer: null,
    correct: null,
    durationMs: 5000,
    revision: 1,
    predictedRecall: null,
    context: 'review',
    confidence: 70,
  },
})

const undo = (index: number, at: number, undoes: number): ReviewEvent => ({
  ...happened(index, at),
  kind: 'undo',
  undoes: eventId(undoes),
  graded: null,
})

const history = (log: readonly ReviewEvent[]) =>
  cardHistory(log, { models: testModels, model: DEFAULT_MODEL, until: today() })

describe('the history of a card', () => {
  it('tells each answer with the recall before it and the interval after it', () => {
    const { entries } = history([grade(2, NOON), grade(1, NOON - 10 * DAY)])
    expect(entries.map(({ id }) => id)).toEqual([eventId(1), eventId(2)])
    expect(entries[0]?.grade).toMatchObject({ recallBefore: null, confidence: 70 })
    expect(entries[1]?.grade?.recallBefore).toBeLessThan(1)
    expect(entries[1]?.grade?.intervalDays).toBeGreaterThan(entries[0]?.grade?.intervalDays ?? 0)
  })

  it('marks what was undone, shows no undo of its own, and draws no curve from it', () => {
    const log = [grade(1, NOON - 10 * DAY), grade(2, NOON), undo(3, NOON + 1, 2)]
    const { entries, curve } = history(log)
    expect(entries.map(({ kind, undone }) => [kind, undone])).toEqual([
      ['grade', false],
      ['grade', true],
    ])
    expect(entries[1]?.grade?.intervalDays).toBeNull()
    expect(curve.filter(({ recall }) => recall === 1)).toHaveLength(1)
  })
})
