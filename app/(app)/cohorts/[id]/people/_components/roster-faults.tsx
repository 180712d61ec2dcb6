import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { RosterLine } from './roster-state'

/** Lines that name nobody to invite, and why. */
export function RosterFaults({ faults }: { faults: readonly RosterLine[] }) {
  if (faults.length === 0) return null
  return (
    <Table caption="Lines that are wrong">
      <thead>
        <tr>
          <Th>Line</Th>
          <Th>What it says</Th>
          <Th>What is wrong</Th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ line, text, reason }) => (
          <tr key={`${line} ${reason}`}>
            <RowTh plain>{line}</RowTh>
            <Td className="max-w-56 wrap-break-word">{text}</Td>
            <Td>{reason}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
