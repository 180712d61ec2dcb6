import type { Question } from '../course/types'
import type { EventId, QuestionId } from '../kernel/ids'
import type { DayClock } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import type { CardRecord } from '../memory/card/card-record'
import type { MemoryModel } from '../memory/model/memory-model'
import type { ModelOf } from '../memory/model/shipped-models'

/** Where a card stands: what the log made of it so far. `lastEventAt`: ms, of its latest event. */
export type Standing = {
  readonly card: Card | null
  readonly record: CardRecord
  readonly lastEventAt: number | null
}

/** Whose events they are, and what they are judged by. `now`: the instant (ms) of the request. */
export type BatchScene = {
  readonly createdAt: number
  readonly clock: DayClock
  readonly question: (id: QuestionId) => Question | undefined
  /** Whether the course asked this once, and asks it no more. */
  readonly isRetired: (id: QuestionId) => boolean
  /** The person's present model, and how to find the others that their log names. */
  readonly model: MemoryModel
  readonly models: ModelOf
  readonly now: number
  /** A new id for what follows from an event. */
  readonly newId: () => EventId
}

export const isAfter = (at: number, last: number | null): boolean => last === null || at > last
