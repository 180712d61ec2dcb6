import type { QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card'
import {
  addCounts,
  type CountsByDay,
  changesBetween,
  type DayCounts,
  NO_COUNTS,
} from '../memory/day-counts'
import { fold } from '../memory/fold'
import { shippedModel } from '../memory/models'
import { step } from '../memory/step'
import type { ReviewEvent } from '../review/event'

/** What `Card` keeps beside the card itself. */
export type LoggedCard = {
  readonly card: Card
  readonly lastEventAt: number
  readonly version: number
  readonly modelVersion: string | null
}

/** An event with the card right after it. */
export type LoggedEvent = { readonly event: ReviewEvent; readonly card: Card }

/** One person's log as it grows, and what it makes: the rules of `record-event`, in memory. */
export class LearnerLog {
  readonly events: LoggedEvent[] = []
  readonly cards = new Map<QuestionId, LoggedCard>()
  readonly days = new Map<StudyDay, DayCounts>()
  private readonly byCard = new Map<QuestionId, ReviewEvent[]>()

  cardOf(id: QuestionId): Card {
    return this.cards.get(id)?.card ?? UNSEEN_CARD
  }

  /** Events of one card must come in order of time. */
  append(event: ReviewEvent): void {
    const known = this.cards.get(event.questionId)
    const log = this.byCard.get(event.questionId) ?? []
    const { card, dayChanges } = this.follow(event, log)
    log.push(event)
    this.byCard.set(event.questionId, log)
    this.events.push({ event, card })
    this.cards.set(event.questionId, {
      card,
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
  ): { card: Card; dayChanges: CountsByDay } {
    if (event.kind !== 'undo') {
      const { card, counts } = step(this.cardOf(event.questionId), event, shippedModel)
      return { card, dayChanges: new Map([[event.day, counts]]) }
    }
    const before = fold(log, shippedModel)
    const after = fold([...log, event], shippedModel)
    return { card: after.card, dayChanges: changesBetween(before.days, after.days) }
  }
}
