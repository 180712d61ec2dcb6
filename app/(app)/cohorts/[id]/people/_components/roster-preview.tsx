import type { ReactNode } from 'react'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { type ColumnRole, SEPARATORS, type Separator } from '@/lib/interop/roster/reading'
import { count } from '@/lib/kernel/count'
import { RosterChoice } from './roster-choice'
import { RosterColumns } from './roster-columns'
import { RosterFaults } from './roster-faults'
import type { CheckedRoster } from './roster-state'

type Props = {
  checked: CheckedRoster
  columns: readonly ColumnRole[]
  separator: Separator
  /** Something was changed that this preview does not show. */
  changed: boolean
  pending: boolean
  canMail: boolean
  /** The button that checks the lines again. */
  again: ReactNode
  onSeparator: (chosen: Separator) => void
  onColumns: (chosen: readonly ColumnRole[]) => void
}

/** How the lines were read, to be corrected before anybody is invited. */
export function RosterPreview({
  checked,
  separator,
  columns,
  changed,
  pending,
  canMail,
  again,
  ...on
}: Props) {
  const { people: good, turned, first, faults, faultsInAll, sample } = checked
  const people = count(good, 'person', 'people')
  const rest = faultsInAll === 0 ? '' : ' and skip the other lines'
  return (
    <>
      {changed ? (
        <Notice>You have changed something. Check the lines again before you invite people.</Notice>
      ) : (
        <Notice kind={faultsInAll === 0 ? 'done' : 'info'}>
          {people} can be invited; {count(faultsInAll, 'line')} cannot. Nobody has been invited yet.
          {turned === 0
            ? null
            : ` ${count(turned, 'name')} with a comma ${turned === 1 ? 'was' : 'were'} read as family name, first name.`}
        </Notice>
      )}
      {sample.rows.length === 0 ? null : (
        <>
          <RosterChoice
            label="The cells are separated by"
            value={separator}
            options={SEPARATORS}
            disabled={pending}
            onChoose={on.onSeparator}
          />
          {separator === checked.reading.separator ? (
            <RosterColumns
              sample={sample}
              columns={columns}
              pending={pending}
              onColumns={on.onColumns}
            />
          ) : null}
        </>
      )}
      {changed || good === 0 ? null : (
        <div>
          <Table caption="The first people to be invited">
            <thead>
              <tr>
                <Th>Line</Th>
                <Th>Name</Th>
                <Th>E-mail address</Th>
              </tr>
            </thead>
            <tbody>
              {first.map(({ line, name, email }) => (
                <tr key={email}>
                  <Td>{line}</Td>
                  <RowTh plain named>
                    {name}
                  </RowTh>
                  <Td className="min-w-32 wrap-anywhere">{email}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          {good > first.length ? (
            <p className="mt-2 text-label text-ink-2">
              These are the first {first.length} of {people}.
            </p>
          ) : null}
        </div>
      )}
      {changed ? null : <RosterFaults faults={faults} inAll={faultsInAll} />}
      <div className="flex flex-wrap gap-3">
        {changed || good === 0 || !canMail ? null : (
          <SubmitButton name="step" value={faultsInAll === 0 ? 'mail-none' : 'mail-skip'}>
            Invite {people} by e-mail{rest}
          </SubmitButton>
        )}
        {changed || good === 0 ? null : (
          <SubmitButton
            name="step"
            value={faultsInAll === 0 ? 'none' : 'skip'}
            kind={canMail ? 'secondary' : 'primary'}
          >
            {canMail ? `Show the links of ${people}${rest}` : `Invite ${people}${rest}`}
          </SubmitButton>
        )}
        {again}
      </div>
      {!changed && faultsInAll > 0 ? (
        <p className="text-label text-ink-2">
          To invite everybody, correct the lines above and check again.
        </p>
      ) : null}
    </>
  )
}
