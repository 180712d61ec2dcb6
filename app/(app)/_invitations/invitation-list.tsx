import { formatDateTime, formatUntil } from '@/app/_format/format-date'
import type { FormAction } from '@/app/_forms/form-state'
import { roleLabel } from '@/app/_shell/role-label'
import { DataTable } from '@/app/_table/data-table'
import { withLooks } from '@/app/_table/with-looks'
import type { Role } from '@/lib/kernel/role'
import type { DayClock } from '@/lib/kernel/study-day'
import type { Column } from '@/lib/table/column'
import { shownRows, type TableQuery } from '@/lib/table/shown-rows'
import { RevokeForm } from './revoke-form'

type Invitation = {
  readonly id: string
  readonly role: Role
  readonly cohortName?: string | null
  /** The address of an invitation that is for one person. */
  readonly email?: string | null
  /** What became of the mail with its link; null for a link that somebody passes on. */
  readonly mail?: {
    readonly state: 'waiting' | 'sent' | 'failed'
    readonly at: number | null
    readonly fault: string | null
  } | null
  readonly usesLeft: number
  readonly expiresAt: number
}

type Props = {
  /** The action that revokes one of them. */
  revoke: FormAction<string>
  invitations: readonly Invitation[]
  /** The page that they are on, and what is asked of their table there. */
  path: string
  query: TableQuery
  now: number
  clock: DayClock
  showCohort?: boolean
}

const PREFIX = 'invited-'
const COLUMNS: readonly Column<Invitation>[] = [
  { id: 'role', head: 'Role', value: ({ role }) => roleLabel[role] },
  { id: 'email', head: 'For', value: ({ email }) => email ?? null },
  { id: 'cohort', head: 'Cohort', value: ({ cohortName }) => cohortName ?? null },
  { id: 'uses', head: 'Uses left', value: ({ usesLeft }) => usesLeft },
  { id: 'expires', head: 'Expires', value: ({ expiresAt }) => expiresAt },
  { id: 'revoke', head: '', value: () => null },
]
/** How a page asks for the table. */
export const INVITATIONS = {
  table: 'invitations',
  columns: COLUMNS,
  usual: null,
  prefix: PREFIX,
} as const

/** Invitations that can still be used, the newest first. */
export function InvitationList(props: Props) {
  const { revoke, invitations, path, query, now, clock, showCohort = false } = props
  if (invitations.length === 0) {
    return <p className="text-sm text-ink-2">There are no open invitations.</p>
  }
  const columns = withLooks(COLUMNS, {
    role: {
      head: showCohort ? 'Role and cohort' : 'Role',
      cell: ({ role, email, mail, cohortName }) => (
        <>
          {roleLabel[role]}
          {[email, mail ? mailText(mail, clock.zone) : null, showCohort ? cohortName : null].map(
            (line) =>
              line ? (
                <span
                  key={line}
                  className="block min-w-36 text-label font-normal wrap-anywhere text-ink-2"
                >
                  {line}
                </span>
              ) : null,
          )}
        </>
      ),
    },
    uses: { numeric: true },
    expires: {
      cell: ({ expiresAt }) => (
        <span title={formatDateTime(expiresAt, clock.zone)}>
          {formatUntil(expiresAt, now, clock)}
        </span>
      ),
    },
    revoke: {
      head: 'Revoke',
      unsorted: true,
      hiddenHead: true,
      cell: ({ id, role, email, expiresAt }) => (
        <RevokeForm
          action={revoke}
          invitationId={id}
          what={`the invitation ${email ? `for ${email}` : `as ${roleLabel[role].toLowerCase()}`} that expires ${formatUntil(expiresAt, now, clock)}`}
        />
      ),
    },
  })
  return (
    <DataTable
      caption="Invitations that can still be used"
      what="invitation"
      name="invitations"
      shown={shownRows(invitations, COLUMNS, query)}
      columns={columns}
      keyOf={({ id }) => id}
      place={{ path, prefix: PREFIX }}
      rowHead={{ plain: true }}
    />
  )
}

function mailText({ state, at, fault }: NonNullable<Invitation['mail']>, zone: string): string {
  switch (state) {
    case 'waiting':
      return 'E-mail is being sent'
    case 'sent':
      return at === null ? 'E-mail sent' : `E-mail sent on ${formatDateTime(at, zone)}`
    case 'failed':
      return `E-mail not sent: ${fault ?? 'the mail server refused it'}. Invite this address again, or show its link instead.`
  }
}
