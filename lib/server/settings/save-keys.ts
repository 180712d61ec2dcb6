import 'server-only'
import { changed } from '../../audit/changed'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { updateStudySettings } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { changesOf, KEY_ACTIONS, type KeyMap, keyFaults } from '../../review/keys'
import type { LearnerScope } from '../scope'

/** Null switches a key off. Throws invalid_input with the first fault; nothing is saved then. */
export async function saveKeys(scope: LearnerScope, wanted: KeyMap, now: number): Promise<void> {
  const keys = changesOf(wanted)
  const faults = keyFaults(keys)
  const faulty = KEY_ACTIONS.find((action) => faults[action] !== undefined)
  if (faulty) throw new AppError('invalid_input', `${faulty}: ${faults[faulty]}`)
  const { id, settings } = scope.user
  const pair = changed('keys', JSON.stringify(settings.keys), JSON.stringify(keys))
  await together(async () => {
    await updateStudySettings(id, { keys })
    const detail = { user: id, area: 'keys', ...pair }
    await recordAudit({ at: now, actorId: id, kind: 'settings_changed', detail })
  })
}
