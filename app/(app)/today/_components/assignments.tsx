import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { percent } from '@/lib/kernel/percent'
import type { TodayView } from '@/lib/review/view/today'
import { whenText } from './assignment-row'

/** The assignments of the learner's cohorts, each with its due date and readiness. */
export function Assignments({ assignments }: { assignments: TodayView['assignments'] }) {
  if (assignments.length === 0) return null
  return (
    <Panel title="Assignments" className="mt-14">
      <ul className="divide-y divide-rule border-y border-rule">
        {assignments.map((assignment) => (
          <li
            key={assignment.id}
            className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-2.5"
          >
            <Link href={assignment.href} className="link">
              {assignment.title}
            </Link>
            <span className="text-sm text-ink-2 tabular-nums">
              {whenText(assignment)} · {DEPTH_NAMES[assignment.reach]} · {percent(assignment.ready)}{' '}
              ready (target {percent(assignment.target)})
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
