import 'server-only'
import { cramCards } from '../../review/cram'
import type { SessionPayload } from '../../review/wire'
import { cardOf, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { questionsIn } from './learner-queue'
import { sessionCard, sessionGround } from './session-card'

/**
 * Cards to go over without touching the schedule. `parts`: ids of modules or topics, none for the
 * whole course; `take`: how many at most. Throws invalid_input on an unknown part, course_not_published.
 */
export async function startCram(
  scope: LearnerScope,
  input: { parts: readonly string[]; take: number; now: number },
): Promise<SessionPayload> {
  const learner = await learnerState(scope, input.now)
  const { look } = learner.course
  const parts: readonly (string | null)[] = input.parts.length === 0 ? [null] : input.parts
  const chosen = new Set(parts.flatMap((part) => questionsIn(learner, part)))
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
