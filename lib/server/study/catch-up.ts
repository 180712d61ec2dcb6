import 'server-only'
import { z } from 'zod'
import { updateStudySettings } from '../../db/people/users'
import { studyDayOf } from '../../kernel/study-day'
import { checked } from '../check-account-input'
import type { LearnerScope } from '../scope'

const days = z
  .int('The number of days must be a whole number.')
  .min(2, 'Spread the backlog over at least two days.')
  .max(60, 'Spread the backlog over at most 60 days.')

/** Spreads the overdue reviews over this many study days from today. Throws invalid_input. */
export async function startCatchUp(
  { user }: LearnerScope,
  input: { days: number; now: number },
): Promise<void> {
  const from = studyDayOf(input.now, user.clock)
  await updateStudySettings(user.id, { catchUp: { from, days: checked(days, input.days) } })
}

/** The day's limits hold again. */
export async function stopCatchUp({ user }: LearnerScope): Promise<void> {
  await updateStudySettings(user.id, { catchUp: null })
}
