import 'server-only'
import { cramCards } from '../../review/cram'
import { sessionCards, sessionGround } from '../../review/session-card'
import { cardOf } from '../../review/study-state'
import type { SessionPayload } from '../../review/wire'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { requirePart } from './part-of-course'

/**
 * Cards to cram without touching the schedule. `parts`: ids of modules or topics, none for the whole
 * course; `take`: how many at most. Throws invalid_input on an unknown part, course_not_published.
 */
export async function startCram(
  scope: LearnerScope,
  input: { parts: readonly string[]; take: number; now: number },
): Promise<SessionPayload> {
  const learner = await learnerState(scope, input.now)
  const parts: readonly (string | null)[] = input.parts.length === 0 ? [null] : input.parts
  const chosen = new Set(parts.flatMap((part) => requirePart(learner, part)))
  const cards = [...chosen].map((question) => ({
    questionId: question.id,
    card: cardOf(learner, question),
    siblings: question.siblings,
  }))
  const asked = sessionCards(learner, cramCards(cards, learner.today, learner.model, input.take))
  return {
    ...sessionGround(learner),
    load: null,
    cards: asked,
    changed: [],
    counts: { learning: 0, review: asked.length, new: 0 },
  }
}
