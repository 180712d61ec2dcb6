import 'server-only'
import { changed } from '../../audit/changed'
import type { Reach } from '../../course/reach'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { updateStudySettings } from '../../db/people/users'
import type { LearnerScope } from '../scope'

/**
 * From now on new questions come of this much of the course, and of more where an open assignment
 * asks for it. What has begun stays as it is.
 */
export async function chooseReach(
  { user }: LearnerScope,
  { reach, now }: { readonly reach: Reach; readonly now: number },
): Promise<void> {
  const before = user.settings.reach
  const detail = {
    user: user.id,
    area: 'study',
    ...changed('reach', JSON.stringify(before), JSON.stringify(reach)),
  }
  await together(async () => {
    await updateStudySettings(user.id, { reach })
    await recordAudit({ at: now, actorId: user.id, kind: 'settings_changed', detail })
  })
}
