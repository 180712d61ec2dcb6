import type { EntityId } from '../kernel/ids'
import { ask } from '../kinds/ask'
import type { AskedState } from '../kinds/map/types'
import type { Answer, AskedOf, MachineGradedKind } from '../kinds/types'
import type { DrawnQuestion } from './drawn-question'

/**
 * What a browser may see of a question while it is asked. No id either: a question's id says what
 * it is about, and the course's own pages tell its answer by it.
 */
export type PaperQuestion = AskedOf<MachineGradedKind>

export const paperQuestion = (
  { question, shown }: DrawnQuestion,
  stateOf: (id: EntityId) => AskedState,
): PaperQuestion => ask(question, shown, stateOf)

/** An answer of an attempt, at the instant (ms, server's clock) it was given. */
export type AttemptAnswer = {
  readonly position: number
  readonly answer: Answer
  readonly at: number
}

/** All that the browser gets of a running attempt. */
export type Paper = {
  readonly examId: string
  readonly attemptId: string
  readonly userId: string
  readonly title: string
  readonly number: number
  readonly serverNow: number
  readonly endsAt: number
  readonly questions: readonly PaperQuestion[]
  /** What the server has of it so far. */
  readonly answers: readonly AttemptAnswer[]
}
