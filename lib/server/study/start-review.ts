import 'server-only'
import { questionsRecordedSince } from '../../db/study/review-log'
import { rollUpsBetween } from '../../db/study/study-days'
import { dailyQueue } from '../../review/daily-queue'
import { sessionCards, sessionGround } from '../../review/session-card'
import type { SessionPayload } from '../../review/wire'
import { type LearnerState, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { requirePart } from './part-of-course'

/** Cards in one request; the page asks again when few are left. */
const SESSION_CARDS = 60

/** An event is dated when its request came in, and may be written that much (ms) later. */
const WRITING_MS = 30_000

/**
 * `part`: the id of a module or topic, or null for the whole course. `since` (ms): also say which
 * cards something was recorded about since then. Throws invalid_input on an unknown part,
 * course_not_published.
 */
export async function startReview(
  scope: LearnerScope,
  input: { part: string | null; since?: number | null; now: number },
): Promise<SessionPayload> {
  const learner = await learnerState(scope, input.now)
  const questions = requirePart(learner, input.part)
  const [done] = await rollUpsBetween(learner.user.id, learner.today, learner.today)
  const queue = dailyQueue(learner, questions, done)
  return {
    ...sessionGround(learner),
    cards: sessionCards(learner, queue.cards.slice(0, SESSION_CARDS)),
    changed: await changedSince(learner, input.since ?? null),
    counts: queue.counts,
  }
}

async function changedSince(
  learner: LearnerState,
  since: number | null,
): Promise<SessionPayload['changed']> {
  if (since === null) return []
  const touched = await questionsRecordedSince(learner.user.id, since - WRITING_MS)
  return touched.flatMap((questionId) => {
    const card = learner.cards.get(questionId)
    return card ? [{ questionId, card }] : []
  })
}
