import 'server-only'
import { changesSince } from '../../course/revisions'
import { lastSeenOf } from '../../db/course/corrections'
import type { QuestionId } from '../../kernel/ids'
import { correctionSince } from '../../review/correction'
import { cardOf } from '../../review/study-state'
import type { Correction } from '../../review/wire'
import type { LearnerState } from '../learner-state'

/**
 * What this learner should be told of the questions that were corrected since their last answer. Asks
 * the database only about questions that were ever corrected and that the learner has seen.
 */
export async function correctionsOf(
  learner: LearnerState,
  ids: readonly QuestionId[],
): Promise<ReadonlyMap<QuestionId, Correction>> {
  const asked = ids
    .flatMap((id) => learner.look.question(id) ?? [])
    .filter((question) => changesSince(question, 0).length > 0)
    .filter((question) => cardOf(learner, question).state.phase !== 'new')
  const seen = await lastSeenOf(
    learner.user.id,
    asked.map(({ id }) => id),
  )
  return new Map(
    asked.flatMap((question) => {
      const last = seen.get(question.id)
      const correction = last && correctionSince(question, last.revision, last.prompt)
      return correction ? [[question.id, correction] as const] : []
    }),
  )
}
