import 'server-only'
import type { UserId } from '../../kernel/ids'
import { cramCards } from '../../review/cram'
import type { SessionPayload } from '../../review/wire'
import { cardOf, learnerState } from '../learner-state'
import { questionsIn } from './learner-queue'
import { sessionCard, sessionGround } from './session-card'

/**
 * Cards to go over without touching the schedule. `scopes`: module or topic ids, none for the whole
 * course; `take`: how many at most. Throws invalid_input on an unknown scope, course_not_published.
 */
export async function startCram(input: {
  userId: UserId
  scopes: readonly string[]
  take: number
  now: number
}): Promise<SessionPayload> {
  const learner = await learnerState(input)
  const { look } = learner.course
  const scopes: readonly (string | null)[] = input.scopes.length === 0 ? [null] : input.scopes
  const chosen = new Set(scopes.flatMap((scope) => questionsIn(learner, scope)))
  const cards = [...chosen].map((question) => ({
    questionId: question.id,
    card: cardOf(learner, question),
    siblings: question.siblings,
  }))
  const ids = cramCards(cards, learner.today, learner.model, input.take)
  const questions = ids.map(look.question).filter((question) => question !== undefined)
  return {
    ...sessionGround(learner),
    load: null,
    cards: questions.map((question) =>
      sessionCard(learner.course, question, cardOf(learner, question)),
    ),
    changed: [],
    counts: { learning: 0, review: questions.length, new: 0 },
  }
}
