import type { EntityId } from '../kernel/ids'
import { ask } from '../kinds/ask'
import type { AskedState } from '../kinds/map/types'
import type { Answer, AskedOf, MachineGradedKind } from '../kinds/types'
import type { DrawnQuestion } from './drawn-question'

/**
 * What the browser may see of a question during an exam. This excludes the id, because it says what
 * the question is about, and the pages of the course show the answer under it.
 */
export type PaperQuestion = AskedOf<MachineGradedKind>

export const paperQuestion = (
  { question, shown }: DrawnQuestion,
  stateOf: (id: EntityId) => AskedState,
): PaperQuestion => ask(question, shown, stateOf)

/** An answer in an attempt, with the instant (ms, by the server's clock) when it was given. */
export type AttemptAnswer = {
  readonly position: number
  readonly answer: Answer
  readonly at: number
}

/** Everything that the browser gets about an attempt in progress. */
export type Paper = {
  readonly examId: string
  readonly attemptId: string
  readonly userId: string
  readonly title: string
  readonly number: number
  readonly serverNow: number
  readonly endsAt: number
  readonly questions: readonly PaperQuestion[]
  /** The answers that the server already has. */
  readonly answers: readonly AttemptAnswer[]
}
