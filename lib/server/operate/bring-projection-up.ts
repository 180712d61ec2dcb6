import 'server-only'
import { noteProjection, projectionVersion } from '../../db/study/projection-state'
import type { WholeScope } from '../whole-scope'

/**
 * Goes up by one whenever a fold says more or other than the release before: 2 counts the recall of
 * mature cards by day, 3 keeps a card's record, 4 writes its sums to the last digit.
 */
const VERSION = 4

/** Folds every log again after a release that folds differently. Otherwise it reads one row. */
export async function bringProjectionUp(whole: WholeScope, now: number): Promise<void> {
  if ((await projectionVersion()) >= VERSION) return
  const { checkLog } = await import('./check-log')
  await checkLog(whole, { repair: true, now })
  await noteProjection(VERSION, now)
}
