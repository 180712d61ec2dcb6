import 'server-only'
import type { WholeScope } from '../whole-scope'
import { settleAll } from './settle-attempts'

/**
 * Grades every attempt whose time is over. Harmless when repeated. Returns how many it graded. Throws at the
 * end when one could not be graded.
 */
export const gradeOver = (_: WholeScope, { now }: { readonly now: number }): Promise<number> =>
  settleAll(now)
