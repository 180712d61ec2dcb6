import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { dayLabel } from '@/app/_format/calendar-date'
import type { TodayView } from '@/lib/review/view/today'

/** What comes on each day: reviews that fall due, and unseen questions up to the daily limit. The last column shows both as a bar. */
export function ComingDays({ days }: { days: TodayView['coming'] }) {
  if (days.every((day) => day.due + day.new === 0)) {
    return (
      <p className="font-serif text-lg text-ink-2">
        No reviews are due in the next seven days, and no unseen question waits. Finish a lesson to
        unlock more.
      </p>
    )
  }
  const most = Math.max(1, ...days.map((day) => day.due + day.new))
  const width = (count: number) => ({ width: `${(count / most) * 100}%` })
  return (
    <Table caption="Reviews due on each of the coming days">
      <thead className="sr-only">
        <tr>
          <Th>Day</Th>
          <Th numeric>Due</Th>
          <Th>New</Th>
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
            <Td className="w-16 py-1.5 whitespace-nowrap text-ink-2">
              {day.new === 0 ? null : `+ ${day.new} new`}
            </Td>
            <td aria-hidden="true" className="border-b border-rule py-1.5">
              <div className="flex">
                <div className="bar h-2" style={width(day.due)} />
                <div className="bar-pale h-2" style={width(day.new)} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
