import 'server-only'
import type { Holdings } from '../../account/deletion'
import { countInvitationsBy } from '../../db/people/account-access'
import { type InstructedCohort, instructedCohorts } from '../../db/people/account-changes'
import { type AuditEvent, auditOf } from '../../db/people/audit'
import { holdingsOf } from '../../db/people/delete-account'
import { isOnlyAdmin } from '../../db/people/last-admin'
import { passwordLinkUntil } from '../../db/people/passwords'
import { countSessions } from '../../db/people/sessions'
import { namesOf } from '../../db/people/users'
import type { UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import type { AdminScope } from '../scope'
import { accountOf } from './account-keeper'

const EVENTS_SHOWN = 30

/** `actor`: null for the command line and for people who were not signed in. */
export type AccountEvent = AuditEvent & {
  readonly actor: { readonly name: string; readonly isOwner: boolean } | null
}

export type AccountState = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly disabled: boolean
  readonly createdAt: number
  readonly lastSeenAt: number | null
  /** The account of the administrator who looks. */
  readonly isViewer: boolean
  readonly isLastAdmin: boolean
  readonly sessions: number
  /** Until when (ms) a link for a new password can be used; null without one. */
  readonly linkUntil: number | null
  readonly instructs: readonly InstructedCohort[]
  /** Open invitations by link that this person made. Disabling the account revokes them. */
  readonly openInvitations: number
  /** What a deletion would take away or leave without a name. */
  readonly holdings: Holdings
}

/** `events`: the latest, newest first. */
export type AccountView = AccountState & { readonly events: readonly AccountEvent[] }

/** Throws not_found. */
export async function loadAccount(
  scope: AdminScope,
  { userId, now }: { readonly userId: UserId; readonly now: number },
): Promise<AccountView> {
  const { id, name, email, role, disabled, createdAt, lastSeenAt } = await accountOf(scope, userId)
  const [isLastAdmin, sessions, linkUntil, instructs, openInvitations, holdings, events] =
    await Promise.all([
      isOnlyAdmin(id),
      countSessions(id, now),
      passwordLinkUntil(id, now),
      instructedCohorts(id),
      countInvitationsBy(id, now),
      holdingsOf(id),
      auditOf(id, EVENTS_SHOWN),
    ])
  const names = await namesOf(events.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))
  return {
    userId: id,
    name,
    email,
    role,
    disabled,
    createdAt,
    lastSeenAt,
    isViewer: id === scope.user.id,
    isLastAdmin,
    sessions,
    linkUntil,
    instructs,
    openInvitations,
    holdings,
    events: events.map((event) => ({ ...event, actor: actorOf(event, id, names) })),
  }
}

function actorOf(
  { actorId }: AuditEvent,
  ownerId: UserId,
  names: ReadonlyMap<string, string>,
): AccountEvent['actor'] {
  if (actorId === null) return null
  return { name: names.get(actorId) ?? 'A deleted account', isOwner: actorId === ownerId }
}
