import { expect, test } from 'vitest'
import { revlogLine, revlogReader } from '@/lib/interop/revlog'
import { asEventId, asQuestionId } from '@/lib/kernel/ids'
import { asStudyDay } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { DEFAULT_MODEL, shippedModel } from '@/lib/memory/model/shipped-models'

const DAY = 86_400_000
let made = 0
const happened = (day: number, minute = 0) => {
  made += 1
  return {
    id: asEventId(`event-${String(made).padStart(4, '0')}`),
    questionId: asQuestionId('q'),
    at: day * DAY + minute * 60_000,
    day: asStudyDay(day),
  }
}
const grade = (day: number, rating: Rating, minute = 0): CardEvent => ({
  ...happened(day, minute),
  kind: 'grade',
  rating,
  modelVersion: DEFAULT_MODEL.version,
  durationMs: 1500,
})

function statesOf(events: readonly CardEvent[], undone: readonly string[] = []): string {
  const read = revlogReader(new Set(undone), shippedModel)
  return events.flatMap((event) => read(event)?.state ?? []).join('')
}

test('a review is told with what the card was before it: new, learning, review, relearning', () => {
  const log = [grade(0, 3), grade(0, 3, 10), grade(5, 1), grade(5, 3, 10), grade(9, 3)]
  expect(statesOf(log)).toBe('01232')
})

test('an undone answer did not happen, and a card that was reset is new', () => {
  const slip = grade(0, 4)
  const undo: CardEvent = { ...happened(0, 1), kind: 'undo', undoes: slip.id }
  const reset: CardEvent = { ...happened(3), kind: 'reset' }
  expect(statesOf([slip, undo, grade(0, 3, 2), reset, grade(4, 3)], [slip.id])).toBe('00')
})

test('a line holds card, milliseconds, rating, state and duration', () => {
  const review = revlogReader(new Set(), shippedModel)(grade(1, 2))
  expect(review && revlogLine('3/q', review)).toBe('3/q,86400000,2,0,1500\n')
})
