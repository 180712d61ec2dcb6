import 'server-only'
import { updateStudySettings } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { changesOf, KEY_ACTIONS, type KeyMap, keyFaults } from '../../review/keys'
import { actor } from '../access'

/** Null switches a key off. Throws not_allowed, invalid_input with the first fault; nothing is saved then. */
export async function saveKeys(input: { userId: UserId; keys: KeyMap }): Promise<void> {
  const user = await actor(input.userId)
  const keys = changesOf(input.keys)
  const faults = keyFaults(keys)
  const faulty = KEY_ACTIONS.find((action) => faults[action] !== undefined)
  if (faulty) throw new AppError('invalid_input', `${faulty}: ${faults[faulty]}`)
  await updateStudySettings(user.id, { keys })
}
