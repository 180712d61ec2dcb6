import 'server-only'
import { z } from 'zod'
import { changed } from '../../audit/changed'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { updateProfile } from '../../db/people/users'
import { checked } from '../check-account-input'
import type { LearnerScope } from '../scope'
import { zoneField } from './zone-field'

const schema = z.object({ zone: zoneField })

/** Moves an account to another zone, and leaves the rest of it. Throws invalid_input. */
export async function changeZone(
  scope: LearnerScope,
  input: { zone: string; now: number },
): Promise<void> {
  const { id, name, clock } = scope.user
  const { zone } = checked(schema, input)
  const detail = { user: id, area: 'account', ...changed('zone', clock.zone, zone) }
  await together(async () => {
    await updateProfile(id, { name, zone, rolloverHour: clock.rolloverHour })
    await recordAudit({ at: input.now, actorId: id, kind: 'settings_changed', detail })
  })
}
