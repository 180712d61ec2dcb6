import { CopyButton } from '@/app/_components/copy-button'
import { Notice } from '@/app/_components/notice'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { count } from '@/app/_format/count'
import { RosterFaults } from './roster-faults'
import type { RosterLine } from './roster-state'

type Invited = { readonly name: string; readonly email: string; readonly link: string }

/** Shows the new links. Only hashes are stored, so that they cannot be shown again. */
export function InvitedList({
  invited,
  csv,
  faults,
}: {
  invited: readonly Invited[]
  /** The same people and links as CSV text. */
  csv: string
  faults: readonly RosterLine[]
}) {
  return (
    <>
      <Notice kind="done" title={`${count(invited.length, 'person', 'people')} invited`}>
        Copy the links now: they are shown only once. Each link works once, within 30 days, and only
        for its address. People who already have an account can join with it.
      </Notice>
      <div className="flex flex-wrap gap-3">
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}
          download="invitations.csv"
          className="link self-center py-2"
        >
          Download the links as CSV
        </a>
        <CopyButton text={csv} label="Copy all" />
      </div>
      <Table caption="People invited">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>E-mail address</Th>
            <Th>Link</Th>
          </tr>
        </thead>
        <tbody>
          {invited.map(({ name, email, link }) => (
            <tr key={email}>
              <RowTh plain>{name}</RowTh>
              <Td>{email}</Td>
              <Td>
                <CopyButton text={link} label={`Copy the link of ${name}`} />
                <span className="sr-only">{link}</span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <RosterFaults faults={faults} />
    </>
  )
}
