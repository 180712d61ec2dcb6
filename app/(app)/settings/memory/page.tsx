import type { Metadata } from 'next'
import { ConfirmAct } from '@/app/_components/confirm-act'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/app/_format/format-date'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import type { DayClock } from '@/lib/kernel/study-day'
import { FEWEST_REVIEWS, loadMemory, type MemoryView } from '@/lib/server/settings/train-memory'
import { MemoryForm } from './_components/memory-forms'
import { restoreDefaultWeights, trainNow } from './actions'

export const metadata: Metadata = { title: 'Memory' }

export default async function MemoryPage() {
  const scope = await requireLearner('/settings/memory')
  const memory = await loadMemory(scope, { now: Date.now() })
  const adopted = memory.runs.find(({ result }) => result?.outcome === 'adopted')
  const trainedOn = adopted?.result?.reviews ?? null
  const missing = FEWEST_REVIEWS - memory.tests
  return (
    <>
      <PageHeader
        title="Your memory"
        lead="At first, your reviews are scheduled with weights that suit many people. After enough reviews, Steppe can fit the weights to you."
      />
      <div className="space-y-14">
        <Panel
          title="Training"
          aside={memory.own ? 'You use your own weights' : 'You use the default weights'}
        >
          <p className="max-w-measure font-serif">
            New weights are fitted to the first four fifths of your reviews and tested on the last
            fifth. They are used only if they predict it better than your present ones. Due dates do
            not change; the new weights apply from your next answer.
          </p>
          <div className="mt-5 flex flex-wrap gap-x-6 gap-y-3">
            {missing > 0 ? (
              <p className="text-sm text-ink-2">
                Training can use {memory.tests} of your reviews: those on a later day than the first
                answer to the question. It needs {missing} more.
              </p>
            ) : (
              <MemoryForm
                action={trainNow}
                label={`Train on ${memory.tests} reviews`}
                busy="Training …"
              />
            )}
            {memory.own ? (
              <ConfirmAct
                action={restoreDefaultWeights}
                fields={{}}
                kind="quiet"
                label="Use the default weights"
                title="Use the default weights?"
                confirm="Use the default weights"
              >
                <p>
                  {trainedOn === null
                    ? 'Your own weights are given up.'
                    : `Your own weights, which were fitted to ${count(trainedOn, 'review')}, are given up.`}{' '}
                  No due date changes, and no answer is lost. You can train again, on{' '}
                  {count(memory.tests, 'review')} today, but the result may differ.
                </p>
              </ConfirmAct>
            ) : null}
          </div>
        </Panel>
        {memory.runs.length > 0 ? (
          <Panel title="Results" aside="On the last fifth of the reviews">
            <Runs runs={memory.runs} clock={scope.user.clock} />
            <p className="mt-3 max-w-measure text-label text-ink-2">
              Each figure shows the old weights, then the new ones; lower is better. Log loss says
              how surprising your answers were to the prediction. RMSE is the difference between
              predicted and observed recall over similar reviews.
            </p>
          </Panel>
        ) : null}
        <Panel title="Your review log">
          <p className="max-w-measure font-serif">
            All reviews that count, in the format that programs for training FSRS read: question,
            time, rating, the state of the card before the review, and how long the answer took.
          </p>
          <p className="mt-4">
            <a href="/api/export/revlog.csv" download className="link">
              Download my log
            </a>
          </p>
        </Panel>
      </div>
    </>
  )
}

function Runs({ runs, clock }: { runs: MemoryView['runs']; clock: DayClock }) {
  return (
    <Table caption="Past training runs">
      <thead>
        <tr>
          <Th>Day</Th>
          <Th>Outcome</Th>
          <Th numeric>Trained on</Th>
          <Th numeric>Held out</Th>
          <Th numeric>Log loss</Th>
          <Th numeric>RMSE</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, startedAt, result, running }) => (
          <tr key={id}>
            <RowTh plain className="whitespace-nowrap">
              {formatDate(startedAt, clock.zone)}
            </RowTh>
            <Td>{outcomeWords(result?.outcome ?? null, running)}</Td>
            <Td numeric>{result?.reviews ?? '–'}</Td>
            <Td numeric>{result?.before?.n ?? '–'}</Td>
            <Td numeric>{change(result?.before?.logLoss, result?.after?.logLoss)}</Td>
            <Td numeric>{change(result?.before?.rmseBins, result?.after?.rmseBins)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type Outcome = NonNullable<MemoryView['runs'][number]['result']>['outcome']

function outcomeWords(outcome: Outcome | null, running: boolean): string {
  switch (outcome) {
    case 'adopted':
      return 'Adopted'
    case 'kept':
      return 'Not better; nothing changed'
    case 'failed':
      return 'Failed; nothing changed'
    case null:
      return running ? 'In progress' : 'Interrupted; nothing changed'
  }
}

const change = (before: number | undefined, after: number | undefined): string =>
  before === undefined || after === undefined ? '–' : `${before.toFixed(3)} → ${after.toFixed(3)}`
