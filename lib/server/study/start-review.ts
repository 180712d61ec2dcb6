import 'server-only'
import { hintsFor } from '../../account/display'
import type { Question } from '../../course/types'
import { NOTHING, together } from '../../db/connection/read-together'
import { recordedSince } from '../../db/study/review-log'
import { rollUpsIn } from '../../db/study/study-days'
import type { QuestionId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import type { DayCounts } from '../../memory/log/day-counts'
import { aheadOf } from '../../review/ahead'
import { customQueue, type StudyScope } from '../../review/custom-study'
import { dailyQueue } from '../../review/daily-queue'
import type { Queue } from '../../review/queue'
import { sessionCards, sessionGround } from '../../review/session-card'
import { beyondOf } from '../../review/session-counts'
import type { SessionPayload } from '../../review/wire'
import { type LearnerState, learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { correctionsOf } from './corrections-of'
import { marksFor, questionsOf, requireScope } from './part-of-course'

/** Cards in one request; the page asks again when few are left. */
const SESSION_CARDS = 60

/** An event is dated when its request came in, and may be written that much (ms) later. */
const WRITING_MS = 30_000

/**
 * `part`: the id of a module, topic or lesson, null for the whole course, or the text of a custom session
 * (see `StudyScope`). `since` (ms): also say which cards something was recorded about since then. Throws
 * invalid_input on an unknown part, course_not_published.
 */
export async function startReview(
  scope: LearnerScope,
  input: { part: string | null; since?: number | null; now: number },
): Promise<SessionPayload> {
  const { id, clock } = scope.user
  const today = studyDayOf(input.now, clock)
  const since = input.since ?? null
  const wanted = requireScope(input.part)
  const day = together({
    done: rollUpsIn(id, today, today),
    marks: await marksFor(scope, wanted),
    touched: since === null ? NOTHING : recordedSince(id, since - WRITING_MS),
  })
  const { learner, also } = await learnerStateAnd(scope, input.now, day)
  const [done] = also.done
  const queue = queueOf(learner, wanted, questionsOf(learner, wanted, also.marks), done)
  const ids = queue.cards.slice(0, SESSION_CARDS)
  const cards = sessionCards(learner, ids, await correctionsOf(learner, ids))
  return {
    ...sessionGround(learner),
    cards,
    beyond: beyondOf(queue.counts, cards),
    changed: changedCards(learner, also.touched ?? []),
    counts: queue.counts,
    ahead: aheadOf(learner, queue.counts.new),
    hints: hintsFor(scope.user.display, learner.cards.size),
  }
}

function queueOf(
  learner: LearnerState,
  wanted: StudyScope,
  questions: readonly Question[],
  done: DayCounts | undefined,
): Queue {
  switch (wanted.kind) {
    case 'part':
      return dailyQueue(learner, questions, done)
    case 'ahead':
      return customQueue(learner, questions, wanted.days)
    case 'filter':
      return customQueue(learner, questions, null)
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
