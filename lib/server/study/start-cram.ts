import 'server-only'
import { NOTHING } from '../../db/connection/read-together'
import { cramCards } from '../../review/cram'
import { queueCard } from '../../review/queue'
import { sessionCards, sessionGround } from '../../review/session-card'
import { cardOf } from '../../review/study-state'
import type { SessionPayload } from '../../review/wire'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { marksFor, questionsOf, requireScope } from './part-of-course'

/**
 * Cards to cram without touching the schedule. `parts`: ids of modules, topics or lessons, or one
 * filter as a session names it, none for the whole course; `take`: how many at most. Throws invalid_input on an unknown part, course_not_published.
 */
export async function startCram(
  scope: LearnerScope,
  input: { parts: readonly string[]; take: number; now: number },
): Promise<SessionPayload> {
  const parts: readonly (string | null)[] = input.parts.length === 0 ? [null] : input.parts
  const wanted = parts.map(requireScope)
  const filter = wanted.find(({ kind }) => kind === 'filter')
  const marks = filter === undefined ? NOTHING : await marksFor(scope, filter)
  const { learner, also } = await learnerStateAnd(scope, input.now, marks)
  const chosen = new Set(wanted.flatMap((each) => questionsOf(learner, each, also)))
  const cards = [...chosen].map((question) => queueCard(question, cardOf(learner, question)))
  const asked = sessionCards(learner, cramCards(cards, learner.today, learner.model, input.take))
  return {
    ...sessionGround(learner),
    load: null,
    cards: asked,
    changed: [],
    counts: { learning: 0, review: asked.length, new: 0 },
    beyond: { learning: 0, review: 0, new: 0 },
  }
}
