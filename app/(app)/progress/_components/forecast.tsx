import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { dayLabel, shortDate } from '@/app/_format/calendar-date'
import { TableBehind } from '@/app/(app)/_components/study/table-behind'
import { count } from '@/lib/kernel/count'
import type { ProgressView } from '@/lib/review/view/progress'
import { BarChart } from './bar-chart'

type Days = ProgressView['forecast']

/** The coming 30 days: the reviews already scheduled, and those expected to be scheduled again. */
export function Forecast({ days }: { days: Days }) {
  const due = days.reduce((sum, day) => sum + day.due, 0)
  const returning = days.reduce((sum, day) => sum + day.returning, 0)
  if (due === 0) {
    return <p className="font-serif text-lg text-ink-2">No reviews are due in the next 30 days.</p>
  }
  return (
    <figure>
      <p className="mb-4 max-w-measure font-serif text-lg">{verdictOf(days)}</p>
      <BarChart
        label={`Reviews on each of the coming 30 days: ${due} already scheduled, about ${returning} expected in addition. The table below lists every day.`}
        bars={days.map((day, index) => ({
          key: day.date,
          parts: [
            { value: day.due, className: 'fill-accent' },
            { value: day.returning, className: 'fill-accent/40' },
          ],
          label: index === 0 ? 'today' : index % 7 === 0 ? shortDate(day.date) : '',
        }))}
      />
      <figcaption className="mt-1 max-w-measure text-label text-ink-2">
        Dark: reviews already scheduled; today includes all overdue ones. Light: further reviews to
        expect if you do every review on its day and recall it as predicted. New questions are not
        included.
      </figcaption>
      <TableBehind>
        <Table caption="Reviews on the coming days">
          <thead>
            <tr>
              <Th>Day</Th>
              <Th numeric>Scheduled</Th>
              <Th numeric>Expected in addition</Th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <RowTh plain className="whitespace-nowrap">
                  {dayLabel(day.date)}
                </RowTh>
                <Td numeric>{day.due}</Td>
                <Td numeric>{day.returning}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableBehind>
    </figure>
  )
}

/** What the chart says, in words. */
function verdictOf(days: Days): string {
  const all = (day: Days[number]) => day.due + day.returning
  const sum = days.reduce((total, day) => total + all(day), 0)
  const busiest = days.reduce((most, day) => (all(day) > all(most) ? day : most))
  const perDay = Math.max(1, Math.round(sum / days.length))
  return `About ${count(perDay, 'review')} a day over the next ${days.length} days, most on ${dayLabel(busiest.date)}: ${Math.round(all(busiest))}.`
}
