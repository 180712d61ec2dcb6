import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { percent } from '@/lib/kernel/percent'
import type { LearnerScope } from '@/lib/server/scope'
import { loadWorkload, type WorkloadView } from '@/lib/server/settings/load-workload'
import { choiceWords } from './choice-words'
import { WorkloadChart } from './workload-chart'

/** What each target retention would cost this learner in minutes, and how much they would know. */
export async function WorkloadPanel({ learner }: { learner: LearnerScope }) {
  const view = await loadWorkload(learner, { now: Date.now() })
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <p className="max-w-measure font-serif">{choiceWords(view)}</p>
      <WorkloadChart {...view} />
      <details>
        <summary className="cursor-pointer py-1 text-sm font-semibold">View as table</summary>
        <div className="mt-2">
          <Rows {...view} />
        </div>
      </details>
      <p className="max-w-measure text-label text-ink-2">
        This is a simulation of {view.days} days with your present questions, memory weights, pace
        and ratings, {view.newPerDay} new questions a day, and every review done on its day. “Known”
        is the average chance of recall in days {view.days / 2 + 1}–{view.days}, summed over the
        questions seen. The real figures will differ.
      </p>
    </div>
  )
}

function Rows({ rows, present }: WorkloadView) {
  return (
    <Table caption="Answers and minutes a day and questions known, by target retention">
      <thead>
        <tr>
          <Th>Retention</Th>
          <Th numeric>Answers</Th>
          <Th numeric>Minutes</Th>
          <Th numeric>Known</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ desiredRetention, reviewsPerDay, minutesPerDay, known }) => (
          <tr
            key={desiredRetention}
            className={desiredRetention === present ? 'bg-accent-wash font-semibold' : undefined}
          >
            <RowTh plain className="whitespace-nowrap">
              {percent(desiredRetention)}
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
