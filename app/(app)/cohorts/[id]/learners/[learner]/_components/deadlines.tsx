import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { shortDate } from '@/app/(app)/_components/day-label'
import type { DeadlineStatus } from '@/lib/cohort/learner-status'
import { percent } from '@/lib/kernel/percent'
import { isoDate, type StudyDay } from '@/lib/kernel/study-day'
import { rangeText } from '../../../_components/range'

/** The assignments of an analyst: due dates, targets, and the readiness to expect. */
export function Deadlines({ deadlines }: { deadlines: readonly DeadlineStatus[] }) {
  return (
    <Table caption="Assignments of this analyst">
      <thead>
        <tr>
          <Th>Assignment</Th>
          <Th numeric>Due</Th>
          <Th numeric>Target</Th>
          <Th numeric>Today</Th>
          <Th numeric>On the due date</Th>
          <Th numeric>At this pace</Th>
        </tr>
      </thead>
      <tbody>
        {deadlines.map((deadline) => (
          <tr key={deadline.assignment.id}>
            <RowTh plain className="min-w-44">
              {deadline.title}
            </RowTh>
            <Td numeric>
              {dateOf(deadline.dueDay)}
              {deadline.extended ? (
                <span className="block text-label text-ink-2">extended</span>
              ) : null}
            </Td>
            <Td numeric>{percent(deadline.assignment.targetReadiness)}</Td>
            <Td numeric>{percent(deadline.today)}</Td>
            <Td numeric>{deadline.daysLeft < 0 ? 'past' : rangeText(deadline.onDay)}</Td>
            <Td numeric>{deadline.daysLeft < 0 ? '–' : percent(deadline.atPace)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const dateOf = (day: StudyDay) => shortDate(isoDate(day))
