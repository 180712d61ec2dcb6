import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { dayLabel } from '@/app/(app)/_components/day-label'
import type { TodayView } from '@/lib/review/view/today'

/** A table whose last column shows the number of the second column as a bar. */
export function ComingDays({ days }: { days: TodayView['coming'] }) {
  if (days.every((day) => day.due === 0)) {
    return (
      <p className="font-serif text-lg text-ink-2">No reviews are due in the next seven days.</p>
    )
  }
  const most = Math.max(1, ...days.map((day) => day.due))
  return (
    <Table caption="Reviews due on each of the coming days">
      <thead className="sr-only">
        <tr>
          <Th>Day</Th>
          <Th numeric>Due</Th>
        </tr>
      </thead>
      <tbody>
        {days.map((day, index) => (
          <tr key={day.date}>
            <RowTh plain className="w-28 py-1.5 whitespace-nowrap">
              {index === 0 ? 'Tomorrow' : dayLabel(day.date)}
            </RowTh>
            <Td numeric className="w-10 py-1.5 pr-4 font-semibold">
              {day.due}
            </Td>
            <td aria-hidden="true" className="border-b border-rule py-1.5">
              <div className="h-2 bg-accent" style={{ width: `${(day.due / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
