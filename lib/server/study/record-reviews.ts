import 'server-only'
import { personVersion, readGround } from '../../db/study/batch-ground'
import { logsOfCards } from '../../db/study/review-log'
import { writeBatch } from '../../db/study/write-batch'
import type { QuestionId } from '../../kernel/ids'
import type { ReviewEvent, SubmittedEvent } from '../../review/event'
import { type BatchScene, cardsToFold, recordBatch } from '../../review/record-batch'
import type { ReviewOutcome } from '../../review/wire'
import { requireCourse } from '../current-course'
import { modelsOf, presentModel } from '../learner-models'
import type { LearnerScope } from '../scope'
import { parseSubmitted } from './submitted-event'

/** Each round of a race has a winner, so this many rounds serve as many writers at once. */
const ROUNDS = 100

const NO_LOGS: ReadonlyMap<QuestionId, readonly ReviewEvent[]> = new Map()

/**
 * `events`: what came in, unchecked; each gets its own outcome, in order, as if it had come by itself.
 * One that is rejected takes no other with it; those that are accepted are written together. Throws
 * course_not_published.
 */
export async function recordReviews(
  { user, newest }: LearnerScope,
  input: {
    events: readonly unknown[]
    /** Answers of an exam are put into the log by its grading alone, not by whoever sends them. */
    ofExam?: boolean
    now: number
  },
): Promise<ReviewOutcome[]> {
  const parsed = input.events.map((value) => parseSubmitted(value, input.ofExam ?? false))
  const events = parsed.flatMap((each) => (each.ok ? [each.event] : []))
  const [{ look }, models] = await Promise.all([requireCourse({ newest }), modelsOf(user)])
  const scene = {
    createdAt: user.createdAt,
    clock: user.clock,
    question: look.question,
    model: presentModel(user, models),
    models,
    now: input.now,
  }
  const outcomes = [...(await recorded(user, events, scene))]
  return parsed.map((each) => {
    if (!each.ok) {
      return { id: each.id, status: 'rejected', reason: 'malformed', message: each.message }
    }
    const outcome = outcomes.shift()
    if (!outcome) throw new Error('An event has no outcome')
    return outcome
  })
}

async function recorded(
  { id: userId, clock }: LearnerScope['user'],
  events: readonly SubmittedEvent[],
  scene: BatchScene,
): Promise<readonly ReviewOutcome[]> {
  if (events.length === 0) return []
  const questionIds = [...new Set(events.map(({ questionId }) => questionId))]
  const eventIds = events.map(({ id }) => id)
  for (let round = 0; round < ROUNDS; round += 1) {
    const ground = await readGround(userId, questionIds, eventIds)
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
