import 'server-only'
import { NOTHING, together } from '../../db/connection/read-together'
import { recordedSince } from '../../db/study/review-log'
import { rollUpsIn } from '../../db/study/study-days'
import type { QuestionId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import { dailyQueue } from '../../review/daily-queue'
import { sessionCards, sessionGround } from '../../review/session-card'
import type { SessionPayload } from '../../review/wire'
import { type LearnerState, learnerStateAnd } from '../learner-state'
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
  const { id, clock } = scope.user
  const today = studyDayOf(input.now, clock)
  const since = input.since ?? null
  const day = together({
    done: rollUpsIn(id, today, today),
    touched: since === null ? NOTHING : recordedSince(id, since - WRITING_MS),
  })
  const { learner, also } = await learnerStateAnd(scope, input.now, day)
  const [done] = also.done
  const queue = dailyQueue(learner, requirePart(learner, input.part), done)
  return {
    ...sessionGround(learner),
    cards: sessionCards(learner, queue.cards.slice(0, SESSION_CARDS)),
    changed: changedCards(learner, also.touched ?? []),
    counts: queue.counts,
  }
}

const changedCards = (
  { cards }: LearnerState,
  touched: readonly QuestionId[],
): SessionPayload['changed'] =>
  touched.flatMap((questionId) => {
    const card = cards.get(questionId)
    return card ? [{ questionId, card }] : []
  })
