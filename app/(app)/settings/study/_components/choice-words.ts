import { percent } from '@/lib/kernel/percent'
import type { Workload } from '@/lib/memory/forecast/workload'
import type { WorkloadView } from '@/lib/server/settings/load-workload'

type Priced = Pick<WorkloadView, 'present' | 'rows'>

/**
 * One or two sentences of advice: the retention that costs the fewest minutes for each question
 * known (Anki's minimum recommended retention), and the effect of one step up from the present
 * setting.
 */
export function choiceWords({ present, rows }: Priced): string {
  const [first, ...rest] = rows.filter(({ known }) => known > 0)
  if (!first) return 'The simulation needs questions. Finish a lesson first.'
  const price = (row: Workload) => row.minutesPerDay / row.known
  const least = rest.reduce((best, row) => (price(row) < price(best) ? row : best), first)
  const cheapest = `${percent(least.desiredRetention)} is the most efficient setting${least === first ? '' : '; a lower one saves nothing'}.`
  const now = rows.find(({ desiredRetention }) => desiredRetention === present)
  const next = rows.find(({ desiredRetention }) => desiredRetention > present)
  if (!now || !next) return cheapest
  const minutes = (next.minutesPerDay - now.minutesPerDay).toFixed(1)
  const known = Math.round(next.known - now.known)
  return `${cheapest} Going from your ${percent(now.desiredRetention)} to ${percent(next.desiredRetention)} takes ${minutes} more minutes a day, and you would know ${known} more questions. Choose the highest setting for which you have the time.`
}
