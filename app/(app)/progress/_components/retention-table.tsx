import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { TermHelp } from '@/app/_help/term-help'
import { dateInWords } from '@/lib/kernel/calendar-words'
import { percent, wholePercent } from '@/lib/kernel/percent'
import type { ProgressView } from '@/lib/review/view/progress'
import { wilson } from '@/lib/statistics/wilson'

/** With fewer reviews than this, a share is not meaningful. */
const FEWEST = 20

/** The shares of cards recalled, each with its 95 % interval. */
export function RetentionTable({ progress }: { progress: ProgressView }) {
  const { retention, desiredRetention } = progress
  if (retention.length === 0) {
    return (
      <p className="font-serif text-lg text-ink-2">
        A month appears here after the first review of a card that has left its learning steps.
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
            <Th numeric>
              Mature
              <TermHelp of="mature" />
            </Th>
            <Th numeric>All</Th>
          </tr>
        </thead>
        <tbody>
          {retention.map(({ month, young, mature }) => (
            <tr key={month}>
              <RowTh plain className="whitespace-nowrap">
                {dateInWords(month)}
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
        The share recalled of the cards reviewed for the first time on a day; in brackets the 95
        &nbsp;% interval and the number of reviews. Young cards have an interval below 21 days. Your
        target is {percent(desiredRetention)}. No share is shown for fewer than {FEWEST} reviews.
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
        ({wholePercent(low)}–{wholePercent(high)}, {total})
      </span>
    </Td>
  )
}
