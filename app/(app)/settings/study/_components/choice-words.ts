import type { Workload } from '@/lib/memory/forecast/workload'
import type { WorkloadView } from '@/lib/server/settings/load-workload'

type Priced = Pick<WorkloadView, 'present' | 'rows'>

/**
 * One sentence or two on what to choose: the retention that costs least for each question known
 * (Anki's minimum recommended retention), and what a step up from the present one buys.
 */
export function choiceWords({ present, rows }: Priced): string {
  const [first, ...rest] = rows.filter(({ known }) => known > 0)
  if (!first) return 'There is nothing to simulate until a first lesson has been read.'
  const price = (row: Workload) => row.minutesPerDay / row.known
  const least = rest.reduce((best, row) => (price(row) < price(best) ? row : best), first)
  const cheapest = `Each question you know costs least at ${percent(least)}${least === first ? ', the lowest there is' : '; lower saves nothing'}.`
  const now = rows.find(({ desiredRetention }) => desiredRetention === present)
  const next = rows.find(({ desiredRetention }) => desiredRetention > present)
  if (!now || !next) return cheapest
  const minutes = (next.minutesPerDay - now.minutesPerDay).toFixed(1)
  const known = Math.round(next.known - now.known)
  return `${cheapest} Going from your ${percent(now)} to ${percent(next)} takes ${minutes} minutes more a day and leaves ${known} more questions known. Choose the highest whose minutes you will really spend.`
}

const percent = ({ desiredRetention }: Workload) => `${Math.round(desiredRetention * 100)} %`
