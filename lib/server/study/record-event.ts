import 'server-only'
import type { Question } from '../../course/types'
import type { User } from '../../db/people/users'
import { findEvent, findStoredCard, logOfCard, type StoredCard } from '../../db/study/review-log'
import { isDuplicateEvent, writeReview } from '../../db/study/write-review'
import { HOUR_MS } from '../../kernel/duration'
import { studyDayOf } from '../../kernel/study-day'
import { grade as gradeAnswer } from '../../kinds/grade'
import { type Card, UNSEEN_CARD } from '../../memory/card/card'
import { type CardRecord, recordAfter } from '../../memory/card/card-record'
import { predictedRecall } from '../../memory/card/retrievability'
import { type CountsByDay, changesBetween } from '../../memory/log/day-counts'
import { fold } from '../../memory/log/fold'
import type { MemoryModel } from '../../memory/model/memory-model'
import type { ModelOf } from '../../memory/model/shipped-models'
import { step } from '../../memory/schedule/step'
import type { ReviewEvent, SubmittedEvent } from '../../review/event'
import type { RejectReason, ReviewOutcome } from '../../review/wire'
import type { PublishedCourse } from '../current-course'

export type Scene = {
  readonly user: User
  readonly course: PublishedCourse
  /** The person's present model, and how to find the others that their log names. */
  readonly model: MemoryModel
  readonly models: ModelOf
  readonly now: number
}

/** Clocks differ by this much (ms) without anybody being wrong. */
const SLACK_MS = 24 * HOUR_MS
/** Each round of a race has a winner, so this many rounds serve as many writers of one card at once. */
const ROUNDS = 100

/** Validates one event, grades it again, schedules, and writes it. A card of a retired question stays readable in the log. */
export async function recordEvent(sent: SubmittedEvent, scene: Scene): Promise<ReviewOutcome> {
  const { user, course, now } = scene
  const question = course.look.question(sent.questionId)
  if (!question) {
    return reject(
      sent,
      'unknown_question',
      'The course has no such question. It may have been retired.',
    )
  }
  if (
    (sent.kind === 'grade' || sent.kind === 'flag') &&
    sent.answer &&
    sent.answer.kind !== question.kind
  ) {
    return reject(
      sent,
      'answer_mismatch',
      `A ${question.kind} question cannot take a ${sent.answer.kind} answer.`,
    )
  }
  const sentAt = Date.parse(sent.at)
  if (Number.isNaN(sentAt) || sentAt < user.createdAt - SLACK_MS) {
    return reject(
      sent,
      'impossible_time',
      'The answer is dated before the account existed. Check this device’s clock.',
    )
  }
  // A clock that runs ahead must not push the card into the future.
  const at = Math.min(sentAt, now)

  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await attempt(sent, at, question, scene)
    if (outcome !== 'lost-the-race') return outcome
  }
  throw new Error(`Event ${sent.id} lost ${ROUNDS} races for its card; nothing was recorded`)
}

async function attempt(
  sent: SubmittedEvent,
  at: number,
  question: Question,
  scene: Scene,
): Promise<ReviewOutcome | 'lost-the-race'> {
  const { user } = scene
  const [known, standing] = await Promise.all([
    findEvent(user.id, sent.id),
    findStoredCard(user.id, question.id),
  ])
  if (known) return repeated(sent, known, await findStoredCard(user.id, known.questionId))
  const event = accept(sent, at, question, standing, scene)
  const after = await follow(event, standing, scene)
  if ('refusal' in after) {
    // The same request twice at once: the other one may have recorded it since we looked.
    const meanwhile = await findEvent(user.id, sent.id)
    if (meanwhile) return repeated(sent, meanwhile, await findStoredCard(user.id, question.id))
    return reject(sent, after.refusal, after.message)
  }
  try {
    const written = await writeReview({
      userId: user.id,
      clock: user.clock,
      event,
      card: after.card,
      record: after.record,
      dayChanges: after.dayChanges,
      expectedVersion: standing.version,
      lastEventAt: standing.lastEventAt,
    })
    if (!written) return 'lost-the-race'
  } catch (error) {
    if (isDuplicateEvent(error)) return 'lost-the-race'
    throw error
  }
  return { id: sent.id, status: 'accepted', questionId: question.id, card: after.card }
}

function repeated(sent: SubmittedEvent, known: ReviewEvent, standing: StoredCard): ReviewOutcome {
  if (known.questionId !== sent.questionId || known.kind !== sent.kind) {
    return reject(sent, 'id_reused', 'Another event was recorded under this id.')
  }
  const card = standing.card ?? UNSEEN_CARD
  return { id: sent.id, status: 'duplicate', questionId: sent.questionId, card }
}

function accept(
  sent: SubmittedEvent,
  at: number,
  question: Question,
  standing: StoredCard,
  { user, model: present, models, now }: Scene,
): ReviewEvent {
  const day = studyDayOf(at, user.clock)
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
      const inOrder = isInOrder(at, standing)
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

const isInOrder = (at: number, { lastEventAt }: StoredCard): boolean =>
  lastEventAt === null || at > lastEventAt

type After =
  | { readonly card: Card; readonly record: CardRecord; readonly dayChanges: CountsByDay }
  | { readonly refusal: RejectReason; readonly message: string }

/** The card after the event. One that is older than what the card has seen, and an undo, fold its whole log again. */
async function follow(
  event: ReviewEvent,
  standing: StoredCard,
  { user, models }: Scene,
): Promise<After> {
  if (event.kind !== 'undo' && isInOrder(event.at, standing)) {
    const before = standing.card ?? UNSEEN_CARD
    const { card, counts } = step(before, event, models)
    const record = recordAfter(standing.record, before.state, event, models)
    return { card, record, dayChanges: new Map([[event.day, counts]]) }
  }
  const log = await logOfCard(user.id, event.questionId)
  if (event.kind === 'undo') {
    const target = log.find((logged) => logged.id === event.undoes)
    if (!target) {
      return {
        refusal: 'unknown_event',
        message: 'There is no such answer to undo on this question.',
      }
    }
    if (target.kind === 'undo') {
      return {
        refusal: 'cannot_undo',
        message: 'An undo cannot be undone. Answer the question again.',
      }
    }
    if (log.some((logged) => logged.kind === 'undo' && logged.undoes === event.undoes)) {
      return {
        refusal: 'already_undone',
        message: 'This answer was already undone. Nothing else was changed.',
      }
    }
  }
  const before = fold(log, models)
  const after = fold([...log, event], models)
  const { card, record } = after
  return { card, record, dayChanges: changesBetween(before.days, after.days) }
}

const reject = (sent: SubmittedEvent, reason: RejectReason, message: string): ReviewOutcome => ({
  id: sent.id,
  status: 'rejected',
  reason,
  message,
})
