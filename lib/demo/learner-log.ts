import type { QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import { type CardRecord, NO_RECORD, recordAfter } from '../memory/card/card-record'
import type { ProjectedCard } from '../memory/card/projected-card'
import {
  addCounts,
  type CountsByDay,
  changesBetween,
  type DayCounts,
  NO_COUNTS,
} from '../memory/log/day-counts'
import { fold } from '../memory/log/fold'
import { shippedModel } from '../memory/model/shipped-models'
import { step } from '../memory/schedule/step'
import type { ReviewEvent } from '../review/event'

/** An event with the card right after it. */
export type LoggedEvent = { readonly event: ReviewEvent; readonly card: Card }

/** One person's log as it grows, and what it makes: the rules of `recordBatch`, for one event at a time. */
export class LearnerLog {
  readonly events: LoggedEvent[] = []
  readonly cards = new Map<QuestionId, ProjectedCard>()
  readonly days = new Map<StudyDay, DayCounts>()
  private touched: { readonly day: StudyDay | null; readonly ids: Set<QuestionId> } = {
    day: null,
    ids: new Set(),
  }
  private readonly byCard = new Map<QuestionId, ReviewEvent[]>()

  cardOf(id: QuestionId): Card {
    return this.cards.get(id)?.card ?? UNSEEN_CARD
  }

  /** Questions to which something happened on the latest day of the log, if that is `day`. */
  touchedOn(day: StudyDay): ReadonlySet<QuestionId> {
    return this.touched.day === day ? this.touched.ids : new Set()
  }

  /** Events of one card must come in order of time. */
  append(event: ReviewEvent): void {
    const known = this.cards.get(event.questionId)
    const log = this.byCard.get(event.questionId) ?? []
    const { card, record, dayChanges } = this.follow(event, log)
    log.push(event)
    this.byCard.set(event.questionId, log)
    this.events.push({ event, card })
    if (this.touched.day !== event.day) this.touched = { day: event.day, ids: new Set() }
    this.touched.ids.add(event.questionId)
    this.cards.set(event.questionId, {
      card,
      record,
      lastEventAt: Math.max(event.at, known?.lastEventAt ?? event.at),
      version: log.length,
      modelVersion: event.kind === 'grade' ? event.modelVersion : (known?.modelVersion ?? null),
    })
    for (const [day, counts] of dayChanges) {
      this.days.set(day, addCounts(this.days.get(day) ?? NO_COUNTS, counts))
    }
  }

  private follow(
    event: ReviewEvent,
    log: readonly ReviewEvent[],
  ): { card: Card; record: CardRecord; dayChanges: CountsByDay } {
    if (event.kind !== 'undo') {
      const known = this.cards.get(event.questionId)
      const before = known?.card ?? UNSEEN_CARD
      const { card, counts } = step(before, event, shippedModel)
      const record = recordAfter(known?.record ?? NO_RECORD, before.state, event, shippedModel)
      return { card, record, dayChanges: new Map([[event.day, counts]]) }
    }
    const before = fold(log, shippedModel)
    const after = fold([...log, event], shippedModel)
    const { card, record } = after
    return { card, record, dayChanges: changesBetween(before.days, after.days) }
  }
}
