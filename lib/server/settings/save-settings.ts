import 'server-only'
import { z } from 'zod'
import { updateProfile } from '../../db/people/users'
import { checked, checkName } from '../check-account-input'
import type { LearnerScope } from '../scope'
import { zoneField } from './zone-field'

const settings = z.object({
  zone: zoneField,
  rolloverHour: z
    .int('The hour must be a whole number.')
    .min(0, 'The hour must be between 0 and 23.')
    .max(23, 'The hour must be between 0 and 23.'),
})

/** Throws invalid_input with what is wrong; nothing is saved then. */
export async function saveSettings(
  scope: LearnerScope,
  input: { name: string; zone: string; rolloverHour: number },
): Promise<void> {
  const name = checkName(input.name)
  await updateProfile(scope.user.id, { name, ...checked(settings, input) })
}
