import { describe, expect, it } from 'vitest'
import { asEventId, asQuestionId } from '@/lib/kernel/ids'
import { asStudyDay } from '@/lib/kernel/study-day'
import { NO_RECORD } from '@/lib/memory/card/card-record'
import type { Rating } from '@/lib/memory/card/state'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { fold } from '@/lib/memory/log/fold'
import { DEFAULT_MODEL, shippedModel } from '@/lib/memory/model/shipped-models'

const DAY = 86_400_000
let ids = 0
const happened = (day: number, minute = 0) => {
  ids += 1
  return {
    id: asEventId(`${String(ids).padStart(8, '0')}-0000-7000-8000-000000000000`),
    questionId: asQuestionId('a'),
    at: day * DAY + minute * 60_000,
    day: asStudyDay(day),
  }
}
const grade = (rating: Rating, day: number, minute = 0): CardEvent => ({
  ...happened(day, minute),
  kind: 'grade',
  rating,
  durationMs: 1000 * rating,
  modelVersion: DEFAULT_MODEL.version,
})
const recordOf = (...events: CardEvent[]) => fold(events, shippedModel).record

describe('the record of a card', () => {
  it('is empty before the first grade', () => {
    expect(recordOf({ ...happened(1), kind: 'suspend' })).toEqual(NO_RECORD)
  })

  it('keeps the very first grade, through later ones and a reset', () => {
    const reset: CardEvent = { ...happened(3), kind: 'reset' }
    const { first } = recordOf(grade(1, 1), grade(4, 2), reset, grade(4, 4))
    expect(first).toEqual({ passed: false, durationMs: 1000 })
  })

  it('counts the first grade of a day in phase review as a test, with what was predicted', () => {
    const easy = grade(4, 1)
    const failed = grade(1, 20)
    const relearned = grade(3, 20, 15)
    const record = recordOf(easy, failed, relearned)
    expect(record).toMatchObject({ tested: 1, passed: 0 })
    expect(record.predictedSum).toBeGreaterThan(0.5)
    expect(record.varianceSum).toBeCloseTo(record.predictedSum * (1 - record.predictedSum), 12)
  })

  it('forgets what was undone', () => {
    const wrong = grade(1, 1)
    const undo: CardEvent = { ...happened(1, 1), kind: 'undo', undoes: wrong.id }
    expect(recordOf(wrong, undo, grade(3, 1, 2)).first).toMatchObject({ passed: true })
  })
})
