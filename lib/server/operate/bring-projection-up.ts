import 'server-only'
import { noteProjection, projectionVersion } from '../../db/study/projection-state'
import type { WholeScope } from '../whole-scope'
import { checkLog } from './check-log'

/**
 * Goes up by one whenever a fold says more or other than the release before: 2 counts the recall of
 * mature cards by day, 3 keeps a card's record, 4 writes its sums to the last digit.
 */
const VERSION = 4

/** Folds every log again after a release that folds differently. Otherwise it reads one row. */
export async function bringProjectionUp(whole: WholeScope, now: number): Promise<void> {
  if ((await projectionVersion()) >= VERSION) return
  await checkLog(whole, { repair: true })
  await noteProjection(VERSION, now)
}
