import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { RosterLine } from './roster-state'

/** Lines that contain no person to invite, with the reason. */
export function RosterFaults({ faults }: { faults: readonly RosterLine[] }) {
  if (faults.length === 0) return null
  return (
    <Table caption="Lines with errors">
      <thead>
        <tr>
          <Th>Line</Th>
          <Th>Text</Th>
          <Th>Error</Th>
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
