import 'server-only'
import type { UserId } from '../kernel/ids'
import type { SessionPayload } from '../review/wire'
import { learnerQueue } from './learner-queue'
import { cardOf, learnerState } from './learner-state'
import { sessionCard, sessionGround } from './session-card'

/** Cards in one request; the page asks again when few are left. */
const SESSION_CARDS = 60

/** `scope`: a module or topic id, or null for all. Throws invalid_input on an unknown scope, course_not_published. */
export async function startReview(input: {
  userId: UserId
  scope: string | null
  now: number
}): Promise<SessionPayload> {
  const learner = await learnerState(input)
  const queue = await learnerQueue(learner, input.scope)
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
    changed: [],
    counts: queue.counts,
  }
}
