import 'server-only'
import { z } from 'zod'
import { updateProfile, updateStudySettings } from '../db/users'
import type { UserId } from '../kernel/ids'
import { isZone } from '../kernel/study-day'
import { checked, checkName } from './check-account-input'

const settings = z.object({
  zone: z.string().refine(isZone, 'That time zone is not known; pick one from the list.'),
  rolloverHour: z
    .int('The hour must be a whole number.')
    .min(0, 'The hour is 0 to 23.')
    .max(23, 'The hour is 0 to 23.'),
  newPerDay: z
    .int('New questions a day must be a whole number.')
    .min(0, 'New questions a day cannot be negative.')
    .max(500, 'At most 500 new questions a day.'),
  reviewsPerDay: z
    .int('Reviews a day must be a whole number.')
    .min(0, 'Reviews a day cannot be negative.')
    .max(5000, 'At most 5000 reviews a day.'),
})

/** Throws invalid_input with what is wrong; nothing is saved then. */
export async function saveSettings({
  userId,
  ...input
}: {
  userId: UserId
  name: string
  zone: string
  rolloverHour: number
  newPerDay: number
  reviewsPerDay: number
}): Promise<void> {
  const name = checkName(input.name)
  const { zone, rolloverHour, ...study } = checked(settings, input)
  await updateProfile(userId, { name, zone, rolloverHour })
  await updateStudySettings(userId, study)
}
