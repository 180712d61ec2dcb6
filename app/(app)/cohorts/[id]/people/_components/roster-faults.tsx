import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { count } from '@/lib/kernel/count'
import type { RosterLine } from './roster-state'

/** Lines that contain no person to invite, with the reason; of many, the first ones. */
export function RosterFaults({ faults, inAll }: { faults: readonly RosterLine[]; inAll: number }) {
  if (faults.length === 0) return null
  return (
    <div>
      <Table caption="Lines with errors">
        <thead>
          <tr>
            <Th>Line</Th>
            <Th>Text</Th>
            <Th>Error</Th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, text, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one line may have several equal errors
            <tr key={`${line} ${index}`}>
              <RowTh plain>{line}</RowTh>
              <Td className="max-w-56 min-w-32 wrap-anywhere">{text}</Td>
              <Td>{reason}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {inAll > faults.length ? (
        <p className="mt-2 text-label text-ink-2">
          These are the first {faults.length} of {count(inAll, 'line')} with errors.
        </p>
      ) : null}
    </div>
  )
}
