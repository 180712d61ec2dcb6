import type { FactView } from '@/lib/reference/view/fact-view'

export const factKindLabel: Record<FactView['kind'], string> = {
  event: 'Event',
  state: 'State of affairs',
  number: 'Figure',
  relation: 'Relation',
  reason: 'Reason',
  judgement: 'Judgement',
  forecast: 'Forecast',
  plan: 'Plan',
}

/**
 * Whether the fact is a judgement, forecast or plan instead of something reported as true or done.
 */
export function isOpinion(kind: FactView['kind']): boolean {
  switch (kind) {
    case 'plan':
    case 'forecast':
    case 'judgement':
      return true
    case 'event':
    case 'state':
    case 'number':
    case 'relation':
    case 'reason':
      return false
  }
}
