import 'server-only'
import type { ReviewOutcome } from '../../review/wire'
import { requireCourse } from '../current-course'
import { modelsOf, presentModel } from '../learner-models'
import type { LearnerScope } from '../scope'
import { recordEvent } from './record-event'
import { parseSubmitted } from './submitted-event'

/**
 * `events`: what came in, unchecked; each gets its own outcome, in order, and each is its own
 * transaction: one that is rejected takes no other with it. Throws course_not_published.
 */
export async function recordReviews(
  { user }: LearnerScope,
  input: {
    events: readonly unknown[]
    /** Answers of an exam are put into the log by its grading alone, not by whoever sends them. */
    ofExam?: boolean
    now: number
  },
): Promise<ReviewOutcome[]> {
  const [course, models] = await Promise.all([requireCourse(), modelsOf(user)])
  const scene = { user, course, model: presentModel(user, models), models, now: input.now }
  const outcomes: ReviewOutcome[] = []
  // One after the other: an undo may follow its grade in the same batch.
  for (const value of input.events) {
    const parsed = parseSubmitted(value, input.ofExam ?? false)
    outcomes.push(
      parsed.ok
        ? await recordEvent(parsed.event, scene)
        : { id: parsed.id, status: 'rejected', reason: 'malformed', message: parsed.message },
    )
  }
  return outcomes
}
