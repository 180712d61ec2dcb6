import 'server-only'
import type { CohortId } from '../kernel/ids'
import type { CohortWeek } from '../reminder/weekly-summary'

/** Who of a cohort is flagged now and not snoozed, with the reasons in words; null: not known. */
export async function atRiskIn(_cohortId: CohortId, _now: number): Promise<CohortWeek['atRisk']> {
  return null
}
