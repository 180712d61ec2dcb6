import { addDays } from '../../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../card/card'
import type { ActingEvent } from '../log/card-event'
import { countsOf, type DayCounts, NO_COUNTS } from '../log/day-counts'
import type { ModelOf } from '../model/shipped-models'
import { isSetAsideAsLeech } from './leech'
import { schedule } from './schedule'

export type Stepped = { readonly card: Card; readonly counts: DayCounts }

/**
 * One event applied to the card it happened to: the fast path of an answer, and what `fold`
 * repeats. The event must not be older than the card's last one; if it is, fold the log instead.
 * Throws when a grade names a model that `models` does not know: the log is then from a newer
 * release, and guessing would rewrite it.
 */
export function step(card: Card, event: ActingEvent, models: ModelOf): Stepped {
  switch (event.kind) {
    case 'grade': {
      const model = models(event.modelVersion)
      if (model === null) throw new Error(`Unknown memory model ${event.modelVersion}`)
      const { rating, at, day, questionId, chosenDays } = event
      const grade = { rating, at, day, cardKey: questionId, chosenDays }
      const state = schedule(card.state, grade, model)
      const suspended = card.suspended || isSetAsideAsLeech(card.state, state, model)
      return { card: { ...card, state, suspended }, counts: countsOf(card.state, event) }
    }
    case 'bury':
      return uncounted({ ...card, buriedUntil: addDays(event.day, 1) })
    case 'suspend':
      return uncounted({ ...card, suspended: true })
    case 'unsuspend':
      return uncounted({ ...card, suspended: false })
    case 'reset':
      return uncounted(UNSEEN_CARD)
    case 'flag':
      return uncounted(card)
  }
}

const uncounted = (card: Card): Stepped => ({ card, counts: NO_COUNTS })
