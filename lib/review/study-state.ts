import type { LookUp } from '../course/look-up'
import type { Question } from '../course/types'
import type { LessonId, QuestionId } from '../kernel/ids'
import type { DayClock, StudyDay } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import type { MemoryModel } from '../memory/model/memory-model'
import type { OwnAssignment } from './own-assignment'
import type { StudySettings } from './study-settings'

/** How far somebody is with a lesson that they have opened or skipped. */
export type LessonProgress = {
  /** An instant in ms; null while it is not finished. */
  readonly completedAt: number | null
  /** The lesson was completed by the placement, not by reading. */
  readonly skipped: boolean
}

/** One learner at one moment. Everything that the learning pages show is computed from this. */
export type StudyState = {
  /** An instant in ms, and the study day that it belongs to. */
  readonly now: number
  readonly today: StudyDay
  readonly clock: DayClock
  readonly settings: StudySettings
  readonly model: MemoryModel
  readonly look: LookUp
  /** A question that was never answered has no card here. */
  readonly cards: ReadonlyMap<QuestionId, Card>
  readonly lessons: ReadonlyMap<LessonId, LessonProgress>
  /** What their cohorts ask of them, by due day; some of it has been due lately. */
  readonly assignments: readonly OwnAssignment[]
}

export const cardOf = ({ cards }: StudyState, question: Question): Card =>
  cards.get(question.id) ?? UNSEEN_CARD

export const isFinished = ({ lessons }: StudyState, id: LessonId): boolean =>
  (lessons.get(id)?.completedAt ?? null) !== null

/** A question is unlocked when its lesson is finished. */
export const isUnlocked = (state: StudyState, question: Question): boolean =>
  isFinished(state, question.lesson)

/** The cards of questions that the course still asks. */
export function askedCards({ cards, look }: StudyState): readonly Card[] {
  const asked: Card[] = []
  for (const [id, card] of cards) if (look.question(id)) asked.push(card)
  return asked
}

/** The same, each with the id of its question. */
export const keyedCards = ({ cards, look }: StudyState): readonly (Card & { key: QuestionId })[] =>
  [...cards].flatMap(([key, card]) => (look.question(key) ? [{ ...card, key }] : []))
