import { Table, Td, Th } from '@/app/_components/table'
import { count } from '@/app/_format/count'
import { formatDateTime, formatUntil } from '@/app/_format/format-date'
import type { FormAction } from '@/app/_forms/form-state'
import { roleLabel } from '@/app/_shell/role-label'
import type { Role } from '@/lib/kernel/role'
import type { DayClock } from '@/lib/kernel/study-day'
import { RevokeForm } from './revoke-form'

type Invitation = {
  readonly id: string
  readonly role: Role
  readonly cohortName?: string | null
  /** The address of an invitation that is for one person. */
  readonly email?: string | null
  readonly usesLeft: number
  readonly expiresAt: number
}

type Props = {
  /** The action that revokes one of them. */
  revoke: FormAction<string>
  invitations: readonly Invitation[]
  now: number
  clock: DayClock
  showCohort?: boolean
}

const SHOWN = 100

/** Invitations that can still be used. A long list shows only the newest. */
export function InvitationList({ revoke, invitations, now, clock, showCohort = false }: Props) {
  if (invitations.length === 0) {
    return <p className="text-sm text-ink-2">There are no open invitations.</p>
  }
  return (
    <>
      <Table caption="Invitations that can still be used">
        <thead>
          <tr>
            <Th>{showCohort ? 'Role and cohort' : 'Role'}</Th>
            <Th numeric>Uses left</Th>
            <Th>Expires</Th>
            <Th>
              <span className="sr-only">Revoke</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {invitations
            .slice(0, SHOWN)
            .map(({ id, role, cohortName, email, usesLeft, expiresAt }) => (
              <tr key={id}>
                <Td>
                  {roleLabel[role]}
                  {email ? (
                    <span className="block min-w-36 text-label wrap-anywhere text-ink-2">
                      {email}
                    </span>
                  ) : null}
                  {showCohort && cohortName ? (
                    <span className="block min-w-36 text-label wrap-anywhere text-ink-2">
                      {cohortName}
                    </span>
                  ) : null}
                </Td>
                <Td numeric>{usesLeft}</Td>
                <Td>
                  <span title={formatDateTime(expiresAt, clock.zone)}>
                    {formatUntil(expiresAt, now, clock)}
                  </span>
                </Td>
                <Td>
                  <RevokeForm
                    action={revoke}
                    invitationId={id}
                    what={`the invitation ${email ? `for ${email}` : `as ${roleLabel[role].toLowerCase()}`} that expires ${formatUntil(expiresAt, now, clock)}`}
                  />
                </Td>
              </tr>
            ))}
        </tbody>
      </Table>
      {invitations.length > SHOWN ? (
        <p className="mt-2 text-label text-ink-2">
          These are the newest {SHOWN} of {count(invitations.length, 'open invitation')}.
        </p>
      ) : null}
    </>
  )
}
