import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { percent } from '@/app/_lib/percent'
import { wilson } from '@/lib/memory/wilson'
import type { ProgressView } from '@/lib/server/study/load-progress'

/** Below so many tests a share says nothing. */
const FEWEST = 20

/** Shares of cards recalled, with the interval they leave open. */
export function RetentionTable({ progress }: { progress: ProgressView }) {
  const { retention, desiredRetention } = progress
  if (retention.length === 0) {
    return (
      <p className="font-serif text-lg text-ink-2">
        A month appears here with the first review of a card that has left learning.
      </p>
    )
  }
  return (
    <>
      <Table caption="True retention by month and maturity">
        <thead>
          <tr>
            <Th>Month</Th>
            <Th numeric>Young</Th>
            <Th numeric>Mature</Th>
            <Th numeric>All</Th>
          </tr>
        </thead>
        <tbody>
          {retention.map(({ month, young, mature }) => (
            <tr key={month}>
              <RowTh plain className="whitespace-nowrap">
                {monthWords(month)}
              </RowTh>
              <Share of={young} />
              <Share of={mature} />
              <Share
                of={{ passed: young.passed + mature.passed, total: young.total + mature.total }}
              />
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 max-w-measure text-label text-ink-2">
        Of the cards tested for the first time on a day, the share recalled; in brackets where the
        true share lies with 95&nbsp;% certainty, and the number of tests. Young cards had an
        interval below 21 days. You want {percent(desiredRetention)}; what lies near it is as it
        should be. Below {FEWEST} tests no share is given.
      </p>
    </>
  )
}

function Share({ of: { passed, total } }: { of: { passed: number; total: number } }) {
  if (total < FEWEST) {
    return (
      <Td numeric className="text-ink-2">
        {total === 0 ? '–' : `too few (${total})`}
      </Td>
    )
  }
  const { low, high } = wilson(passed, total)
  return (
    <Td numeric>
      {percent(passed / total)}{' '}
      <span className="text-ink-2">
        ({Math.round(low * 100)}–{Math.round(high * 100)}, {total})
      </span>
    </Td>
  )
}

const monthWords = (month: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15`),
  )
