import type { QuestionId } from '../kernel/ids'

type Telling = {
  readonly questionId: QuestionId
  /** Questions whose answer it tells (`Question.tells`). */
  readonly tells: readonly QuestionId[]
}

/**
 * The same cards, with each question before those that tell its answer, and otherwise in their own order. Of
 * questions that tell each other's answer, one has to come first.
 */
export function toldFirst<T extends Telling>(cards: readonly T[]): readonly T[] {
  const waiting = new Map(cards.map((card) => [card.questionId, card]))
  const placed: T[] = []
  const place = (card: T) => {
    if (!waiting.delete(card.questionId)) return
    for (const id of card.tells) {
      const told = waiting.get(id)
      if (told !== undefined) place(told)
    }
    placed.push(card)
  }
  for (const card of cards) place(card)
  return placed
}
