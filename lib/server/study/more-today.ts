import 'server-only'
import { z } from 'zod'
import { updateStudySettings } from '../../db/people/users'
import { rollUpsIn } from '../../db/study/study-days'
import { studyDayOf } from '../../kernel/study-day'
import { dailyQueue, moreThanToday, questionsIn } from '../../review/daily-queue'
import type { Counts } from '../../review/queue'
import { checked } from '../check-account-input'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'

const whole = (what: string, most: number) =>
  z
    .int(`The number of ${what} must be a whole number.`)
    .min(0, `The number of ${what} must be at least 0.`)
    .max(most, `The number of ${what} must be at most ${most}.`)

const more = z
  .object({ new: whole('new questions', 500), reviews: whole('reviews', 5000) })
  .refine(
    (wanted) => wanted.new + wanted.reviews > 0,
    'Say how many more new questions or reviews you want today. Nothing was changed.',
  )

/**
 * Today's limits let so many more through, and those of tomorrow are the usual ones again. Returns what a
 * session of today then has. Throws invalid_input, course_not_published.
 */
export async function studyMoreToday(
  scope: LearnerScope,
  input: { wanted: { new: number; reviews: number }; now: number },
): Promise<Counts> {
  const wanted = checked(more, input.wanted)
  const { id, clock } = scope.user
  const today = studyDayOf(input.now, clock)
  const { learner, also } = await learnerStateAnd(scope, input.now, rollUpsIn(id, today, today))
  const [done] = also
  const raised = moreThanToday(learner, wanted, done)
  await updateStudySettings(id, { more: raised })
  const after = { ...learner, settings: { ...learner.settings, more: raised } }
  return dailyQueue(after, questionsIn(after, null), done).counts
}
