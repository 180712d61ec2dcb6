import type { PartialDate } from '@/lib/course/partial-date'
import type { Question } from '@/lib/course/types'
import {
  asEventId,
  asFactId,
  asLessonId,
  asModuleId,
  asQuestionId,
  asTopicId,
  type QuestionId,
} from '@/lib/kernel/ids'
import { addDays } from '@/lib/kernel/study-day'
import { type Card, UNSEEN_CARD } from '@/lib/memory/card/card'
import { NEW_CARD, type Rating } from '@/lib/memory/card/state'
import { schedule } from '@/lib/memory/schedule/schedule'
import type { SessionCard } from '@/lib/review/wire'
import { MINUTE, NOON, today, UNFUZZED } from '../memory/build'

export const id = (name: string): QuestionId => asQuestionId(name)
export const eventId = (index: number) => asEventId(`event-${String(index).padStart(4, '0')}`)

export const question = (name: string): Question => ({
  id: id(name),
  kind: 'flash',
  answer: 'Yes.',
  topic: asTopicId('membership'),
  module: asModuleId('membership'),
  lesson: asLessonId('treaty'),
  prompt: 'Is it?',
  explanation: 'It is.',
  facts: [asFactId('jir-cst-signed')],
  depth: 'full',
  asks: 'fact',
  cites: [],
  asOf: '2007-06' as PartialDate,
  siblings: [],
  revision: 1,
  changes: [],
})

export const sessionCard = (name: string, card: Card = UNSEEN_CARD): SessionCard => ({
  question: question(name),
  card,
  topicTitle: 'Membership',
  citations: [],
  asOfLabel: 'as of June 2007',
})

/** A card in its learning steps, due at `dueAt`. */
export function learning(dueAt: number, rating: Rating = 3): Card {
  const wait = rating === 1 ? MINUTE : 10 * MINUTE
  const grade = { rating, at: dueAt - wait, day: today(), cardKey: '' }
  return { ...UNSEEN_CARD, state: schedule(NEW_CARD, grade, UNFUZZED) }
}

/** A review card of that stability, last reviewed so many days ago and due after `intervalDays`. */
export function review(daysAgo: number, intervalDays: number, stability = 10): Card {
  const lastReviewDay = addDays(today(), -daysAgo)
  return {
    ...UNSEEN_CARD,
    state: {
      phase: 'review',
      stability,
      difficulty: 5,
      reps: 3,
      lapses: 0,
      lastReviewAt: NOON - daysAgo * 24 * 60 * MINUTE,
      lastReviewDay,
      intervalDays,
      dueDay: addDays(lastReviewDay, intervalDays),
    },
  }
}
