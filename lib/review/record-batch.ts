import { meaningSince } from '../course/revisions'
import type { Question } from '../course/types'
import type { EventId, QuestionId } from '../kernel/ids'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import { type CardRecord, recordAfter } from '../memory/card/card-record'
import { addCounts, type CountsByDay, changesBetween, NO_COUNTS } from '../memory/log/day-counts'
import { fold } from '../memory/log/fold'
import { step } from '../memory/schedule/step'
import { type BatchScene, isAfter, type Standing } from './batch-scene'
import type { ReviewEvent, SubmittedEvent } from './event'
import { isOfOlderMeaning, loggedEvent } from './logged-event'
import { type Refused, refusalOf, reject, undoRefusal } from './refusal'
import type { ReviewOutcome } from './wire'

/** An event that the log has already. */
export type KnownEvent = {
  readonly questionId: QuestionId
  readonly kind: ReviewEvent['kind']
}

/** What was stored before the batch. */
export type BatchGround = {
  readonly standing: (id: QuestionId) => Standing
  readonly known: ReadonlyMap<EventId, KnownEvent>
  /** Logs of the cards that `cardsToFold` names. */
  readonly log: (id: QuestionId) => readonly ReviewEvent[]
}

/** A card after the batch. `events`: how many of its events were accepted. */
type ChangedCard = Standing & {
  readonly card: Card
  readonly lastEventAt: number
  /** The model of its latest accepted grade; null when the batch has none. */
  readonly modelVersion: string | null
  readonly events: number
}

export type RecordedBatch = {
  /** One for each event, in the order sent. */
  readonly outcomes: readonly ReviewOutcome[]
  /** The accepted events, each with the card right after it. */
  readonly accepted: readonly { readonly event: ReviewEvent; readonly card: Card }[]
  readonly cards: ReadonlyMap<QuestionId, ChangedCard>
  /** What the batch adds to each study day, or takes from it. */
  readonly days: CountsByDay
}

/**
 * Cards whose whole log is needed: an undo, and an event that is older than what the card has seen,
 * fold the card again. An answer to what a question meant before may add an event of its own.
 */
export function cardsToFold(
  events: readonly SubmittedEvent[],
  { now, question }: Pick<BatchScene, 'now' | 'question'>,
  standing: BatchGround['standing'],
): readonly QuestionId[] {
  const latest = new Map<QuestionId, number | null>()
  const found = new Set<QuestionId>()
  for (const sent of events) {
    const { questionId, kind, at } = sent
    const before = latest.get(questionId) ?? standing(questionId).lastEventAt
    const instant = Math.min(Date.parse(at), now)
    const isOld = isOfOlderMeaning(sent, question(questionId))
    if (kind === 'undo' || isOld || !isAfter(instant, before)) found.add(questionId)
    latest.set(questionId, Math.max(instant, before ?? instant))
  }
  return [...found]
}

/**
 * Validates each event, grades it again and schedules its card, one after the other as if each had
 * come by itself. A rejected event takes no other with it. Pure: what it says must be written only if
 * the ground is still as it was read.
 */
export function recordBatch(
  events: readonly SubmittedEvent[],
  scene: BatchScene,
  ground: BatchGround,
): RecordedBatch {
  const batch = new Batch(scene, ground)
  const outcomes = events.map((sent) => batch.take(sent))
  return { outcomes, accepted: batch.accepted, cards: batch.cards, days: batch.days }
}

class Batch {
  readonly accepted: { event: ReviewEvent; card: Card }[] = []
  readonly cards = new Map<QuestionId, ChangedCard>()
  readonly days = new Map<ReviewEvent['day'], ReturnType<typeof addCounts>>()
  readonly #taken = new Map<EventId, KnownEvent>()

  constructor(
    readonly scene: BatchScene,
    readonly ground: BatchGround,
  ) {}

  take(sent: SubmittedEvent): ReviewOutcome {
    const question = this.scene.question(sent.questionId) ?? null
    const refused = refusalOf(sent, question, this.scene)
    if (refused) return refused
    const known = this.#taken.get(sent.id) ?? this.ground.known.get(sent.id)
    if (known) return this.#repeated(sent, known)

    // A clock that runs ahead must not push the card into the future.
    const at = Math.min(Date.parse(sent.at), this.scene.now)
    const standing = this.#standing(sent.questionId)
    const event = loggedEvent(sent, at, question, standing, this.scene)
    const after = this.#follow(event, standing)
    if ('refusal' in after) return reject(sent, after.refusal, after.message)
    this.#keep(event, standing, after)
    const corrected = question && this.#relearn(event, question)
    const { card } = corrected ?? after
    return { id: sent.id, status: 'accepted', questionId: event.questionId, card }
  }

  /**
   * Somebody whose browser still showed what the question meant before has to learn it again, however
   * well that went.
   */
  #relearn(answered: ReviewEvent, question: Question): { readonly card: Card } | null {
    const revision = meaningSince(question)
    if (answered.kind !== 'grade' || (answered.graded?.revision ?? revision) >= revision)
      return null
    const isAsked = (event: ReviewEvent) =>
      event.questionId === question.id && event.kind === 'relearn' && event.at > answered.at
    const inBatch = this.accepted.map(({ event }) => event)
    if (this.ground.log(question.id).some(isAsked) || inBatch.some(isAsked)) return null
    const standing = this.#standing(question.id)
    const { day, receivedAt } = answered
    const event: ReviewEvent = {
      id: this.scene.newId(),
      questionId: question.id,
      at: Math.max(answered.at, standing.lastEventAt ?? answered.at) + 1,
      day,
      receivedAt,
      kind: 'relearn',
      revision,
      modelVersion: answered.modelVersion,
      graded: null,
    }
    const after = this.#follow(event, standing)
    if ('refusal' in after) return null
    this.#keep(event, standing, after)
    return after
  }

  #standing(id: QuestionId): Standing {
    return this.cards.get(id) ?? this.ground.standing(id)
  }

  #repeated(sent: SubmittedEvent, known: KnownEvent): ReviewOutcome {
    if (known.questionId !== sent.questionId || known.kind !== sent.kind) {
      return reject(sent, 'id_reused', 'Another event was recorded under this id.')
    }
    const card = this.#standing(known.questionId).card ?? UNSEEN_CARD
    return { id: sent.id, status: 'duplicate', questionId: sent.questionId, card }
  }

  #follow(event: ReviewEvent, standing: Standing): After {
    const { models } = this.scene
    if (event.kind !== 'undo' && isAfter(event.at, standing.lastEventAt)) {
      const before = standing.card ?? UNSEEN_CARD
      const { card, counts } = step(before, event, models)
      const record = recordAfter(standing.record, before.state, event, models)
      return { card, record, days: new Map([[event.day, counts]]) }
    }
    const inBatch = this.accepted.map((each) => each.event)
    const log = [
      ...this.ground.log(event.questionId),
      ...inBatch.filter(({ questionId }) => questionId === event.questionId),
    ]
    const refused = event.kind === 'undo' ? undoRefusal(event.undoes, log) : null
    if (refused) return refused
    const before = fold(log, models)
    const { card, record, days } = fold([...log, event], models)
    return { card, record, days: changesBetween(before.days, days) }
  }

  #keep(event: ReviewEvent, before: Standing, after: Exclude<After, Refused>): void {
    const { card, record } = after
    const changed = this.cards.get(event.questionId)
    this.accepted.push({ event, card })
    this.#taken.set(event.id, event)
    this.cards.set(event.questionId, {
      card,
      record,
      lastEventAt: Math.max(event.at, before.lastEventAt ?? event.at),
      modelVersion: event.kind === 'grade' ? event.modelVersion : (changed?.modelVersion ?? null),
      events: (changed?.events ?? 0) + 1,
    })
    for (const [day, counts] of after.days) {
      this.days.set(day, addCounts(this.days.get(day) ?? NO_COUNTS, counts))
    }
  }
}

type After = { card: Card; record: CardRecord; days: CountsByDay } | Refused
