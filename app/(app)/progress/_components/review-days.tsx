import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { dayLabel, shortDate } from '@/app/_format/calendar-date'
import { TableBehind } from '@/app/(app)/_components/study/table-behind'
import { count } from '@/lib/kernel/count'
import { MINUTE_MS } from '@/lib/kernel/duration'
import type { ProgressView } from '@/lib/review/view/progress'
import { BarChart } from './bar-chart'

type Days = ProgressView['days']

export function ReviewDays({ days }: { days: Days }) {
  const total = days.reduce((sum, day) => sum + day.reviews, 0)
  if (total === 0) {
    return <p className="font-serif text-lg text-ink-2">No answers in the last 30 days.</p>
  }
  const studied = days.filter((day) => day.reviews > 0).length
  const last = days.length - 1
  return (
    <figure>
      <BarChart
        label={`Answers on each of the last ${days.length} days: ${total} in all, on ${count(studied, 'day')}. The table below lists every day.`}
        bars={days.map(({ date, reviews }, index) => ({
          key: date,
          parts: [{ value: reviews, className: 'fill-accent' }],
          label: (last - index) % 7 !== 0 ? '' : index === last ? 'today' : shortDate(date),
        }))}
      />
      <TableBehind>
        <DayTable days={days} />
      </TableBehind>
    </figure>
  )
}

function DayTable({ days }: { days: Days }) {
  return (
    <Table caption="Answers a day">
      <thead>
        <tr>
          <Th>Day</Th>
          <Th numeric>Answers</Th>
          <Th numeric>New</Th>
          <Th numeric>Recalled</Th>
          <Th numeric>Minutes</Th>
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map((day) => (
          <tr key={day.date}>
            <RowTh plain className="whitespace-nowrap">
              {dayLabel(day.date)}
            </RowTh>
            <Td numeric>{day.reviews}</Td>
            <Td numeric>{day.introduced}</Td>
            <Td numeric>
              {day.retentionTotal === 0 ? '–' : `${day.retentionPassed} of ${day.retentionTotal}`}
            </Td>
            <Td numeric>{Math.round(day.durationMs / MINUTE_MS)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
