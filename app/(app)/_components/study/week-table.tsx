import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { shortDate } from '@/app/_format/calendar-date'
import { MINUTE_MS } from '@/lib/kernel/duration'
import type { ProgressView } from '@/lib/review/view/progress'

/** The heat map as a table: the weeks with answers, newest first. */
export function WeekTable({ year }: { year: ProgressView['year'] }) {
  const weeks = Array.from({ length: Math.ceil(year.length / 7) }, (_, i) =>
    year.slice(i * 7, i * 7 + 7),
  )
  const rows = weeks.flatMap((days) => {
    const first = days[0]
    const reviews = days.reduce((sum, day) => sum + day.reviews, 0)
    return first && reviews > 0
      ? [
          {
            date: first.date,
            reviews,
            studied: days.filter((day) => day.reviews > 0).length,
            minutes: Math.round(days.reduce((sum, day) => sum + day.durationMs, 0) / MINUTE_MS),
          },
        ]
      : []
  })
  return (
    <Table caption="Answers by week">
      <thead>
        <tr>
          <Th>Week from</Th>
          <Th numeric>Answers</Th>
          <Th numeric>Days with answers</Th>
          <Th numeric>Minutes</Th>
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map((row) => (
          <tr key={row.date}>
            <RowTh plain className="whitespace-nowrap">
              {shortDate(row.date)}
            </RowTh>
            <Td numeric>{row.reviews}</Td>
            <Td numeric>{row.studied}</Td>
            <Td numeric>{row.minutes}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
