import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { UserId } from '@/lib/kernel/ids'
import { loadWorkload, type WorkloadView } from '@/lib/server/load-workload'
import { choiceWords } from './choice-words'
import { WorkloadChart } from './workload-chart'

/** What each desired retention would cost this learner, and leave. */
export async function WorkloadPanel({ userId }: { userId: UserId }) {
  const view = await loadWorkload({ userId, now: Date.now() })
  return (
    <Panel title="What each choice costs" aside={`The coming ${view.days} days`}>
      <p className="max-w-measure font-serif">{choiceWords(view)}</p>
      <div className="mt-6 max-w-2xl">
        <WorkloadChart {...view} />
      </div>
      <div className="mt-6 max-w-2xl">
        <Rows {...view} />
      </div>
      <p className="mt-3 max-w-measure text-label text-ink-2">
        Simulated from your questions as they stand, your memory’s weights, your pace and how you
        grade, with {view.newPerDay} new questions a day and every review done on its day. Known:
        the chance of recall on the last day, summed over questions begun. What comes will differ.
      </p>
    </Panel>
  )
}

function Rows({ rows, present }: WorkloadView) {
  return (
    <Table caption="Workload by desired retention">
      <thead>
        <tr>
          <Th>Retention</Th>
          <Th numeric>Answers a day</Th>
          <Th numeric>Minutes a day</Th>
          <Th numeric>Known at the end</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ desiredRetention, reviewsPerDay, minutesPerDay, known }) => (
          <tr
            key={desiredRetention}
            className={desiredRetention === present ? 'bg-accent-wash font-semibold' : undefined}
          >
            <RowTh className="font-normal whitespace-nowrap">
              {Math.round(desiredRetention * 100)} %
              {desiredRetention === present ? <b className="font-semibold"> · yours</b> : null}
            </RowTh>
            <Td numeric>{Math.round(reviewsPerDay)}</Td>
            <Td numeric>{minutesPerDay.toFixed(1)}</Td>
            <Td numeric>{Math.round(known)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
