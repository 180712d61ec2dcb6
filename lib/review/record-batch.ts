import type { Question } from '../course/types'
import { HOUR_MS } from '../kernel/duration'
import type { EventId, QuestionId } from '../kernel/ids'
import { type DayClock, studyDayOf } from '../kernel/study-day'
import { grade as gradeAnswer } from '../kinds/grade'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import { type CardRecord, recordAfter } from '../memory/card/card-record'
import { predictedRecall } from '../memory/card/retrievability'
import { addCounts, type CountsByDay, changesBetween, NO_COUNTS } from '../memory/log/day-counts'
import { fold } from '../memory/log/fold'
import type { MemoryModel } from '../memory/model/memory-model'
import type { ModelOf } from '../memory/model/shipped-models'
import { step } from '../memory/schedule/step'
import type { ReviewEvent, SubmittedEvent } from './event'
import type { RejectReason, ReviewOutcome } from './wire'

/** Where a card stands: what the log made of it so far. `lastEventAt`: ms, of its latest event. */
export type Standing = {
  readonly card: Card | null
  readonly record: CardRecord
  readonly lastEventAt: number | null
}

/** An event that the log has already. */
export type KnownEvent = {
  readonly questionId: QuestionId
  readonly kind: ReviewEvent['kind']
}

/** Whose events they are, and what they are judged by. `now`: the instant (ms) of the request. */
export type BatchScene = {
  readonly createdAt: number
  readonly clock: DayClock
  readonly question: (id: QuestionId) => Question | undefined
  /** The person's present model, and how to find the others that their log names. */
  readonly model: MemoryModel
  readonly models: ModelOf
  readonly now: number
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

/** Clocks differ by this much (ms) without anybody being wrong. */
const SLACK_MS = 24 * HOUR_MS

/**
 * Cards whose whole log is needed: an undo, and an event that is older than what the card has seen,
 * fold the card again.
 */
export function cardsToFold(
  events: readonly SubmittedEvent[],
  { now }: Pick<BatchScene, 'now'>,
  standing: BatchGround['standing'],
): readonly QuestionId[] {
  const latest = new Map<QuestionId, number | null>()
  const found = new Set<QuestionId>()
  for (const { questionId, kind, at } of events) {
    const before = latest.get(questionId) ?? standing(questionId).lastEventAt
    const instant = Math.min(Date.parse(at), now)
    if (kind === 'undo' || !isAfter(instant, before)) found.add(questionId)
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
    const question = this.scene.question(sent.questionId)
    const refused = refusalOf(sent, question, this.scene)
    if (refused || !question) return refused ?? unknownQuestion(sent)
    const known = this.#taken.get(sent.id) ?? this.ground.known.get(sent.id)
    if (known) return this.#repeated(sent, known)

    // A clock that runs ahead must not push the card into the future.
    const at = Math.min(Date.parse(sent.at), this.scene.now)
    const standing = this.#standing(question.id)
    const event = eventOf(sent, at, question, standing, this.scene)
    const after = this.#follow(event, standing)
    if ('refusal' in after) return reject(sent, after.refusal, after.message)
    this.#keep(event, standing, after)
    return { id: sent.id, status: 'accepted', questionId: question.id, card: after.card }
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

type Refused = { readonly refusal: RejectReason; readonly message: string }
type After = { card: Card; record: CardRecord; days: CountsByDay } | Refused

const isAfter = (at: number, last: number | null): boolean => last === null || at > last

function refusalOf(
  sent: SubmittedEvent,
  question: Question | undefined,
  { createdAt }: BatchScene,
): ReviewOutcome | null {
  if (!question) return unknownQuestion(sent)
  const answer = sent.kind === 'grade' || sent.kind === 'flag' ? sent.answer : null
  if (answer && answer.kind !== question.kind) {
    const message = `A ${question.kind} question cannot take a ${answer.kind} answer.`
    return reject(sent, 'answer_mismatch', message)
  }
  const sentAt = Date.parse(sent.at)
  if (!Number.isNaN(sentAt) && sentAt >= createdAt - SLACK_MS) return null
  return reject(
    sent,
    'impossible_time',
    'The answer is dated before the account existed. Check this device’s clock.',
  )
}

const unknownQuestion = (sent: SubmittedEvent): ReviewOutcome =>
  reject(sent, 'unknown_question', 'The course has no such question. It may have been retired.')

function undoRefusal(undoes: EventId, log: readonly ReviewEvent[]): Refused | null {
  const target = log.find(({ id }) => id === undoes)
  if (!target) {
    const message = 'There is no such answer to undo on this question.'
    return { refusal: 'unknown_event', message }
  }
  if (target.kind === 'undo') {
    const message = 'An undo cannot be undone. Answer the question again.'
    return { refusal: 'cannot_undo', message }
  }
  if (log.some((logged) => logged.kind === 'undo' && logged.undoes === undoes)) {
    const message = 'This answer was already undone. Nothing else was changed.'
    return { refusal: 'already_undone', message }
  }
  return null
}

function eventOf(
  sent: SubmittedEvent,
  at: number,
  question: Question,
  standing: Standing,
  { clock, model: present, models, now }: BatchScene,
): ReviewEvent {
  const day = studyDayOf(at, clock)
  const happened = { id: sent.id, questionId: question.id, at, day, receivedAt: now }
  switch (sent.kind) {
    case 'grade': {
      const { rating, durationMs, context, answer, chosenDays } = sent
      // What the button promised stands, also when the settings changed while the browser was away.
      const model = (sent.modelVersion && models(sent.modelVersion)) || present
      const verdict = answer && gradeAnswer(question, answer)
      const decided = verdict && verdict.outcome !== 'incomplete' && verdict.outcome !== 'self'
      const state = standing.card?.state ?? UNSEEN_CARD.state
      // What was predicted before an answer that comes in late is no longer known.
      const inOrder = isAfter(at, standing.lastEventAt)
      const graded = {
        answer,
        correct: decided ? verdict.outcome === 'right' : null,
        durationMs,
        revision: question.revision,
        predictedRecall: inOrder ? predictedRecall(state, day, model) : null,
        context,
        confidence: sent.confidence ?? null,
      }
      const levelled = chosenDays === undefined ? {} : { chosenDays }
      const modelVersion = model.version
      return { ...happened, kind: 'grade', rating, durationMs, modelVersion, ...levelled, graded }
    }
    case 'undo':
      return { ...happened, kind: 'undo', undoes: sent.undoes, graded: null }
    case 'flag': {
      const { comment, answer } = sent
      const complaint = { comment, answer, revision: question.revision }
      return { ...happened, kind: 'flag', graded: null, complaint }
    }
    default:
      return { ...happened, kind: sent.kind, graded: null }
  }
}

const reject = (sent: SubmittedEvent, reason: RejectReason, message: string): ReviewOutcome => ({
  id: sent.id,
  status: 'rejected',
  reason,
  message,
})
