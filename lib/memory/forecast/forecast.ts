import { addDays, type StudyDay } from '../../kernel/study-day'
import type { Card } from '../card/card'
import { isSetAside } from '../card/due'
import { retrievability } from '../card/retrievability'
import type { MemoryModel } from '../model/memory-model'
import { schedule } from '../schedule/schedule'

export type ForecastDay = {
  readonly day: StudyDay
  /** Cards whose present due day this is; today also counts the overdue ones. */
  readonly due: number
  /** Cards expected back after being reviewed on an earlier day of the forecast. */
  readonly returning: number
}

/**
 * Reviews expected on each of `days` study days from today, if every card is reviewed on its day
 * and nothing new is introduced. What is due counts as it stands. For what comes back each review is
 * taken as recalled and graded Good with its predicted recall, and as forgotten, relearnt and due
 * the next day with the rest: an expectation, weights and not people.
 */
export function forecast(
  cards: readonly (Card & { readonly key: string })[],
  today: StudyDay,
  days: number,
  model: MemoryModel,
): readonly ForecastDay[] {
  const due = new Array<number>(days).fill(0)
  const returning = new Array<number>(days).fill(0)
  const add = (counts: number[], index: number, weight: number) => {
    if (index < days) counts[index] = (counts[index] ?? 0) + weight
  }
  for (const card of cards) {
    if (card.state.phase !== 'review' || isSetAside(card, today)) continue
    let { state } = card
    let weight = 1
    let index = Math.max(0, state.dueDay - today)
    add(due, index, 1)
    // A weight below a hundredth of a card is not worth its arithmetic.
    while (index < days && weight > 0.01) {
      const day = addDays(today, index)
      const recall = retrievability(state, day, model)
      add(returning, index + 1, weight * (1 - recall))
      const next = schedule(
        state,
        { rating: 3, at: state.lastReviewAt, day, cardKey: card.key },
        model,
      )
      if (next.phase !== 'review') break
      weight *= recall
      index = next.dueDay - today
      add(returning, index, weight)
      state = next
    }
  }
  return Array.from({ length: days }, (_, i) => ({
    day: addDays(today, i),
    due: due[i] ?? 0,
    returning: Math.round(returning[i] ?? 0),
  }))
}
