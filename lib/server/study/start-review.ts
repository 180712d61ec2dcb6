import 'server-only'
import { questionsRecordedSince } from '../../db/study/review-log'
import type { SessionPayload } from '../../review/wire'
import { cardOf, type LearnerState, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { learnerQueue } from './learner-queue'
import { sessionCard, sessionGround } from './session-card'

/** Cards in one request; the page asks again when few are left. */
const SESSION_CARDS = 60

/** An event is dated when its request came in, and may be written that much (ms) later. */
const WRITING_MS = 30_000

/**
 * `part`: the id of a module or topic, or null for the whole course. `since` (ms): also say which cards something was
 * recorded about since then. Throws invalid_input on an unknown part, course_not_published.
 */
export async function startReview(
  scope: LearnerScope,
  input: { part: string | null; since?: number | null; now: number },
): Promise<SessionPayload> {
  const learner = await learnerState(scope, input.now)
  const queue = await learnerQueue(learner, input.part)
  const { look } = learner.course
  const questions = queue.cards
    .slice(0, SESSION_CARDS)
    .map(look.question)
    .filter((question) => question !== undefined)
  return {
    ...sessionGround(learner),
    cards: questions.map((question) =>
      sessionCard(learner.course, question, cardOf(learner, question)),
    ),
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
