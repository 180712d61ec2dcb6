import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { TableBehind } from '@/app/(app)/_components/study/table-behind'
import { percent } from '@/lib/kernel/percent'
import type { ProgressView } from '@/lib/review/view/progress'
import { BarChart } from './bar-chart'

const FEWEST = 20
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** Answers by the hour of the day. */
export function Hours({ hours }: { hours: ProgressView['hours'] }) {
  const total = hours.reduce((sum, { reviews }) => sum + reviews, 0)
  if (total === 0) {
    return <p className="font-serif text-lg text-ink-2">No answers in the last 90 days.</p>
  }
  const byHour = new Map(hours.map((figures) => [figures.hour, figures]))
  return (
    <figure>
      <BarChart
        label={`Answers by hour of day over the last 90 days: ${total} in all. The table below lists every hour.`}
        bars={Array.from({ length: 24 }, (_, hour) => ({
          key: String(hour),
          parts: [{ value: byHour.get(hour)?.reviews ?? 0, className: 'fill-accent' }],
          label: hour % 6 === 0 ? clock(hour) : '',
        }))}
      />
      <TableBehind>
        <Table caption="Answers by hour of day">
          <thead>
            <tr>
              <Th>Hour from</Th>
              <Th numeric>Answers</Th>
              <Th numeric>Recalled</Th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ hour, reviews, tested, passed }) => (
              <tr key={hour}>
                <RowTh plain>{clock(hour)}</RowTh>
                <Td numeric>{reviews}</Td>
                <Td numeric>
                  {tested < FEWEST ? (
                    <span className="text-ink-2">too few ({tested})</span>
                  ) : (
                    `${percent(passed / tested)} of ${tested}`
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableBehind>
    </figure>
  )
}
