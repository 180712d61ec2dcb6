import 'server-only'
import { updateStudySettings } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { changesOf, KEY_ACTIONS, type KeyMap, keyFaults } from '../../review/keys'
import type { LearnerScope } from '../scope'

/** Null switches a key off. Throws invalid_input with the first fault; nothing is saved then. */
export async function saveKeys(scope: LearnerScope, wanted: KeyMap): Promise<void> {
  const keys = changesOf(wanted)
  const faults = keyFaults(keys)
  const faulty = KEY_ACTIONS.find((action) => faults[action] !== undefined)
  if (faulty) throw new AppError('invalid_input', `${faulty}: ${faults[faulty]}`)
  await updateStudySettings(scope.user.id, { keys })
}
