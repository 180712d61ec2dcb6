import { Notice } from '@/app/_components/notice'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { count } from '@/lib/kernel/count'
import { RosterFaults } from './roster-faults'
import type { MailedRoster } from './roster-state'

/** Who gets a link by mail. What becomes of each mail is in the list of open invitations. */
export function MailedList({ people, invited, faults, faultsInAll }: MailedRoster) {
  return (
    <>
      <Notice kind="done" title={`${count(people, 'person', 'people')} invited`}>
        Each of them gets a link by e-mail within a few minutes. It works once, within 30 days, and
        only for that address. The list of open invitations says what became of each e-mail.
      </Notice>
      <Table caption="People invited by e-mail">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>E-mail address</Th>
          </tr>
        </thead>
        <tbody>
          {invited.map(({ name, email }) => (
            <tr key={email}>
              <RowTh plain named>
                {name}
              </RowTh>
              <Td className="min-w-32 wrap-anywhere">{email}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {people > invited.length ? (
        <p className="text-label text-ink-2">These are the first {invited.length} people.</p>
      ) : null}
      <RosterFaults faults={faults} inAll={faultsInAll} />
    </>
  )
}
