import { useEffect, useState } from 'react'
import { CopyButton } from '@/app/_components/copy-button'
import { Notice } from '@/app/_components/notice'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { count } from '@/lib/kernel/count'
import { RosterFaults } from './roster-faults'
import type { InvitedRoster } from './roster-state'

/** Shows the new links. Only hashes are stored, so that they cannot be shown again. */
export function InvitedList({ people, invited, csv, faults, faultsInAll }: InvitedRoster) {
  return (
    <>
      <Notice kind="done" title={`${count(people, 'person', 'people')} invited`}>
        Copy the links now: they are shown only once. Each link works once, within 30 days, and only
        for its address. People who already have an account can join with it.
      </Notice>
      <div className="flex flex-wrap gap-3">
        <a href={useFile(csv)} download="invitations.csv" className="link self-center py-2">
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
              <RowTh plain named>
                {name}
              </RowTh>
              <Td className="min-w-32 wrap-anywhere">{email}</Td>
              <Td>
                <CopyButton text={link} label="Copy" what={`the link of ${name}`} />
                <span className="sr-only">{link}</span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {people > invited.length ? (
        <p className="text-label text-ink-2">
          These are the first {invited.length} people. The file and “Copy all” contain everybody.
        </p>
      ) : null}
      <RosterFaults faults={faults} inAll={faultsInAll} />
    </>
  )
}

/** The address of a file that only this page has. Thousands of links are too long for a data address. */
function useFile(text: string): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [text])
  return address
}
