import { shortDate } from '@/app/_format/calendar-date'
import type { DepthView } from '@/lib/review/view/depth'
import { DEPTH_NAMES, depthName } from './depth-words'

/** What is in force and why, as one sentence. */
export function depthReason({ own, assigned }: DepthView): string {
  const [other, ...others] = assigned.filter(({ differs }) => differs)
  if (other) {
    const also = others.length === 0 ? '' : ` (and in ${others.length} more)`
    return `${DEPTH_NAMES[own]}, and ${depthName(other.reach)} in “${other.title}”${also}, by your cohort until ${shortDate(other.due)}.`
  }
  const last = assigned.at(-1)
  if (last) return `${DEPTH_NAMES[own]}, by your cohort until ${shortDate(last.due)}.`
  // Nobody has to choose everything: it is what an account begins with.
  return own === 'all' ? 'Everything, core first.' : `${DEPTH_NAMES[own]}, by your own choice.`
}
