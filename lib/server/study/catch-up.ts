import 'server-only'
import { z } from 'zod'
import { updateStudySettings } from '../../db/people/users'
import type { UserId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import { actor } from '../access'
import { checked } from '../check-account-input'

const days = z
  .int('Days must be a whole number.')
  .min(2, 'Spread it over two days at least.')
  .max(60, 'Spread it over 60 days at most.')

/** Spreads what is overdue over so many study days from today on. Throws not_allowed, invalid_input. */
export async function startCatchUp(input: {
  userId: UserId
  days: number
  now: number
}): Promise<void> {
  const user = await actor(input.userId)
  const from = studyDayOf(input.now, user.clock)
  await updateStudySettings(user.id, { catchUp: { from, days: checked(days, input.days) } })
}

/** The day's limits hold again. */
export async function stopCatchUp(input: { userId: UserId }): Promise<void> {
  const user = await actor(input.userId)
  await updateStudySettings(user.id, { catchUp: null })
}
