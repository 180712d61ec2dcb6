import 'server-only'
import { z } from 'zod'
import { updateProfile } from '../../db/people/users'
import { checked } from '../check-account-input'
import type { LearnerScope } from '../scope'
import { zoneField } from './zone-field'

const schema = z.object({ zone: zoneField })

/** Moves an account to another zone, and leaves the rest of it. Throws invalid_input. */
export async function changeZone(scope: LearnerScope, input: { zone: string }): Promise<void> {
  const { id, name, clock } = scope.user
  const { zone } = checked(schema, input)
  await updateProfile(id, { name, zone, rolloverHour: clock.rolloverHour })
}
