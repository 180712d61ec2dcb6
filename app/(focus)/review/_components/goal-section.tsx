import { Meter } from '@/app/_components/meter'
import { dayAndMonth } from '@/lib/kernel/calendar-words'
import { percent } from '@/lib/kernel/percent'
import type { Goal } from '@/lib/review/ahead'

/** How much of the next assignment is done, or of the course. */
export function GoalSection({ goal }: { goal: Goal }) {
  const { assignment, known, total } = goal
  const share = total === 0 ? 0 : known / total
  const what = assignment === null ? 'Your course' : `“${assignment.title}”`
  return (
    <>
      <p className="mb-2 max-w-measure font-serif">
        {what}: {Math.round(known)} of {total} questions known, {percent(share)}.
        {assignment === null
          ? ''
          : ` The target is ${percent(assignment.target)} by ${dayAndMonth(assignment.due)}.`}
      </p>
      <Meter share={share} label={`${what}: ${Math.round(known)} of ${total} questions known`} />
    </>
  )
}
