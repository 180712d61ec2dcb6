import 'server-only'
import { cohortLearnerIds } from '../../../db/cohort/cohorts'
import { asUserId } from '../../../kernel/ids'
import { type AnalystView, loadAnalyst } from '../../cohort/load-analyst'
import type { TableInput } from './table'

/** Rows of the analyst asked for, or of each of the cohort's, with their name; `topic`: looked into. */
export async function eachAnalyst<Row>(
  input: TableInput & { readonly topic?: string },
  rowsOf: (view: AnalystView) => readonly Row[],
): Promise<readonly (Row & { readonly name: string })[]> {
  const { topic = null } = input
  const ids = input.of === null ? await cohortLearnerIds(input.cohortId) : [asUserId(input.of)]
  const rows: (Row & { readonly name: string })[] = []
  for (const userId of ids) {
    const view = await loadAnalyst({ ...input, userId, daysAhead: 0, topic })
    for (const row of rowsOf(view)) rows.push({ ...row, name: view.name })
  }
  return rows
}
