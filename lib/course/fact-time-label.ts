import { formatDate } from './partial-date'
import type { Fact } from './types'

/** When a fact holds, as shown beside its statement: `June 2006 to June 2012`, `stated June 2007`. */
export function factTimeLabel({ kind, time }: Pick<Fact, 'kind' | 'time'>): string {
  if (time.kind === 'asOf') return `stated ${formatDate(time.date)}`
  const from = formatDate(time.from)
  if (time.to !== null) return `${from} to ${formatDate(time.to)}`
  switch (kind) {
    case 'event':
      return from
    case 'plan':
    case 'forecast':
      return `for ${from}`
    case 'state':
    case 'number':
    case 'relation':
    case 'reason':
    case 'judgement':
      return `from ${from}`
  }
}
