import 'server-only'
import { recordAudit } from '../../db/people/audit'
import type { WholeScope } from '../whole-scope'
import { bringProjectionUp } from './bring-projection-up'
import { checkLog, type LogReport } from './check-log'

/**
 * Records the restore in the audit, which came back with the rest, and proves that the restored cards
 * and study days match the restored log.
 */
export async function checkRestored(
  whole: WholeScope,
  { madeAt, sha256 }: { readonly madeAt: number; readonly sha256: string },
  now: number,
): Promise<LogReport> {
  const detail = { madeAt: new Date(madeAt).toISOString(), sha256 }
  await recordAudit({ at: now, actorId: null, kind: 'backup_restored', detail })
  // A backup of an older release may have been folded by other rules.
  await bringProjectionUp(whole, now)
  return checkLog(whole, { repair: false })
}
