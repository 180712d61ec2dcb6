import { useId } from 'react'
import { controlClass } from '@/app/_components/control-class'
import { Table, Td, Th } from '@/app/_components/table'
import type { ColumnRole } from '@/lib/interop/roster/reading'
import type { CheckedRoster } from './roster-state'

const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  name: 'Whole name',
  first: 'First name',
  last: 'Last name',
  email: 'E-mail address',
  ignore: 'Ignore',
}
const ROLES = ['name', 'first', 'last', 'email', 'ignore'] as const satisfies readonly ColumnRole[]

type Props = {
  sample: CheckedRoster['sample']
  columns: readonly ColumnRole[]
  pending: boolean
  onColumns: (chosen: readonly ColumnRole[]) => void
}

/** The first lines as they stand in the list, with a choice above each column of what it holds. */
export function RosterColumns({ sample: { head, rows }, columns, pending, onColumns }: Props) {
  const id = useId()
  const all = head === null ? rows : [{ cells: head }, ...rows]
  const width = Math.max(columns.length, ...all.map(({ cells }) => cells.length))
  const shown = Array.from({ length: width }, (_, at) => at).filter((at) =>
    all.some(({ cells }) => (cells[at] ?? '') !== ''),
  )
  const roles = Array.from({ length: width }, (_, at): ColumnRole => columns[at] ?? 'ignore')
  return (
    <Table caption="What each column holds">
      <thead>
        <tr>
          {shown.map((at) => (
            <Th key={at} className="min-w-40">
              <label htmlFor={`${id}-${at}`} className="mb-1.5 block wrap-anywhere">
                Column {at + 1}
                {head?.[at] ? `: ${head[at]}` : ''}
              </label>
              <select
                id={`${id}-${at}`}
                // Of no form, like every choice of how the list is read.
                form="none"
                value={roles[at]}
                disabled={pending}
                onChange={(event) => {
                  const chosen = ROLES.find((role) => role === event.target.value)
                  if (chosen) onColumns(roles.with(at, chosen))
                }}
                className={`${controlClass} bg-sheet text-sm font-normal`}
              >
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {ROLE_NAMES[role]}
                  </option>
                ))}
              </select>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, cells }) => (
          <tr key={line}>
            {shown.map((at) => (
              <Td key={at} className="wrap-anywhere">
                {cells[at] ?? ''}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
