import 'server-only'
import { z } from 'zod'
import { changed } from '../../audit/changed'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
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
  input: { name: string; zone: string; rolloverHour: number; now: number },
): Promise<void> {
  const name = checkName(input.name)
  const { id, clock, name: nameBefore } = scope.user
  const wanted = checked(settings, input)
  const detail = {
    user: id,
    area: 'account',
    ...changed('name', nameBefore, name),
    ...changed('zone', clock.zone, wanted.zone),
    ...changed('rolloverHour', clock.rolloverHour, wanted.rolloverHour),
  }
  await together(async () => {
    await updateProfile(id, { name, ...wanted })
    await recordAudit({ at: input.now, actorId: id, kind: 'settings_changed', detail })
  })
}
