import 'server-only'
import { uuidv7 } from 'uuidv7'
import { personVersion, readGround, type StoredGround } from '../../db/study/batch-ground'
import { logsOfCards } from '../../db/study/review-log'
import { readSessionGround } from '../../db/study/session-ground'
import { writeBatch } from '../../db/study/write-batch'
import { asEventId, type QuestionId } from '../../kernel/ids'
import { countAnswer } from '../../observe/count-answer'
import type { BatchScene } from '../../review/batch-scene'
import type { EventOrigin, ReviewEvent } from '../../review/event'
import { cardsToFold, recordBatch } from '../../review/record-batch'
import type { ReviewOutcome } from '../../review/wire'
import { requireCourse } from '../current-course'
import { modelsAmong, presentModel } from '../learner-models'
import type { LearnerScope } from '../scope'
import type { SessionClaim } from '../session-claim'
import { sessionScope } from '../session-scope'
import { inTurn } from './in-turn'
import { type SentBatch, sentBatch } from './sent-batch'

/** Each round of a race has a winner, so this many rounds serve as many writers at once. */
const ROUNDS = 100

const NO_LOGS: ReadonlyMap<QuestionId, readonly ReviewEvent[]> = new Map()

/**
 * `events`: what came in, unchecked; each gets its own outcome, in order, as if it had come by itself.
 * One that is rejected takes no other with it; those that are accepted are written together. Throws
 * course_not_published.
 */
export async function recordReviews(
  scope: LearnerScope,
  input: {
    events: readonly unknown[]
    /** Who says this; a browser if nothing is said. */
    origin?: EventOrigin
    now: number
  },
): Promise<ReviewOutcome[]> {
  return recordBatchOf(scope, sentBatch(input.events, input.origin ?? 'browser'), input.now, null)
}

/**
 * The same for a request: one statement reads its sign-in session and what the batch is about. Null,
 * and nothing recorded, when the session has ended or its account is disabled.
 */
export async function recordReviewsOfSession(
  claim: SessionClaim,
  { events, now }: { readonly events: readonly unknown[]; readonly now: number },
): Promise<ReviewOutcome[] | null> {
  const batch = sentBatch(events, 'browser')
  return inTurn(claim.userId, async () => {
    const read = await readSessionGround(claim, now, batch.questionIds, batch.eventIds)
    if (!read) return null
    const scope = await sessionScope(claim.sessionId, read, now)
    return recordBatchOf(scope, batch, now, read.ground)
  })
}

async function recordBatchOf(
  { user, newest }: LearnerScope,
  batch: SentBatch,
  now: number,
  ground: StoredGround | null,
): Promise<ReviewOutcome[]> {
  // An answer counts also when the course has been taken from the person since.
  const { look } = await requireCourse({ newest })
  const scene = (own: StoredGround['models']): BatchScene => {
    const models = modelsAmong(own)
    const { createdAt, clock } = user
    return {
      createdAt,
      clock,
      question: look.question,
      isRetired: look.isRetired,
      model: presentModel(user, models),
      models,
      now,
      newId: () => asEventId(uuidv7()),
    }
  }
  const outcomes = batch.inOrder(await recorded(user, batch, scene, ground))
  for (const { status } of outcomes) countAnswer(status)
  return outcomes
}

/** `first`: what the database has of the batch, when that was read already. */
async function recorded(
  { id: userId, clock }: LearnerScope['user'],
  { events, questionIds, eventIds }: SentBatch,
  sceneWith: (models: StoredGround['models']) => BatchScene,
  first: StoredGround | null,
): Promise<readonly ReviewOutcome[]> {
  if (events.length === 0) return []
  for (let round = 0; round < ROUNDS; round += 1) {
    const ground = (round === 0 ? first : null) ?? (await readGround(userId, questionIds, eventIds))
    const scene = sceneWith(ground.models)
    const folded = cardsToFold(events, scene, ground.standing)
    const logs = folded.length === 0 ? NO_LOGS : await logsOfCards(userId, folded)
    const batch = recordBatch(events, scene, { ...ground, log: (id) => logs.get(id) ?? [] })
    const isCurrent =
      batch.accepted.length > 0
        ? await writeBatch({ userId, clock }, batch, ground)
        : folded.length === 0 || (await personVersion(userId)) === ground.version
    // Otherwise an event was recorded since the ground was read, and the logs may have it already.
    if (isCurrent) return batch.outcomes
  }
  throw new Error(`A batch lost ${ROUNDS} races; none of its events was recorded`)
}
