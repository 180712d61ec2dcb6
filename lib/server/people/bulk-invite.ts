import 'server-only'
import { uuidv7 } from 'uuidv7'
import { hashCode, newCode } from '../../credentials/code'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { accountsWith } from '../../db/people/cohort-offers'
import { insertPersonalInvitations } from '../../db/people/invitations'
import { insertNotices } from '../../db/reminder/notices'
import { type Roster, readRoster } from '../../interop/roster/read-roster'
import type { ChosenReading, RosterFault, RosterRow } from '../../interop/roster/reading'
import { AppError } from '../../kernel/app-error'
import { DAY_MS } from '../../kernel/duration'
import { asInvitationId } from '../../kernel/ids'
import { storable } from '../../kernel/visible-text'
import { invitedNotice } from '../../reminder/notices'
import { groundOf } from '../ground-of'
import { mailSettings } from '../mail-settings'
import type { OpenCohortScope } from '../scope'

const GOOD_FOR_DAYS = 30

/** `code` is known only now and cannot be shown again. The link is /join/CODE. */
export type PersonalInvitation = RosterRow & { readonly code: string }

/** What the reader did not choose of how the text is read is guessed. */
type RosterInput = ChosenReading & { readonly text: string }

/** Lists the people who would be invited and the lines with errors. Changes nothing. */
export async function checkRoster(
  scope: OpenCohortScope,
  { text, ...chosen }: RosterInput,
): Promise<Roster> {
  const members = new Set((await groundOf(scope)).members.map(({ email }) => email))
  const { rows, faults, ...how } = readRoster(storable(text), chosen)
  const there = rows.filter(({ email }) => members.has(email))
  return {
    ...how,
    rows: rows.filter(({ email }) => !members.has(email)),
    faults: [...faults, ...there.map(inCohort)].toSorted((a, b) => a.line - b.line),
  }
}

const inCohort = ({ line, name, email }: RosterRow): RosterFault => ({
  line,
  text: `${name}, ${email}`,
  reason: 'This person is already in this cohort.',
})

/**
 * Creates one link for each person, which works once, within 30 days and only for that address. An
 * open invitation of the same address to this cohort is revoked. If a line has an error, `faulty`
 * "none" invites nobody and "skip" invites the others. Throws invalid_input.
 */
export async function bulkInvite(
  scope: OpenCohortScope,
  input: RosterInput & {
    readonly faulty: 'skip' | 'none'
    /** Whether the server sends the links. It makes new ones then, so that those given back never work. */
    readonly byMail?: boolean
    readonly now: number
  },
): Promise<{ invited: readonly PersonalInvitation[]; faults: readonly RosterFault[] }> {
  const { text, separator, columns } = input
  const { rows, faults } = await checkRoster(scope, { text, separator, columns })
  const { cohort, viewer } = scope
  const { now, byMail = false } = input
  if (byMail && mailSettings().kind !== 'smtp') {
    throw new AppError(
      'invalid_input',
      'E-mail is not configured, so nobody was invited. Invite them without e-mail, and send the links yourself.',
    )
  }
  if (faults.length > 0 && input.faulty === 'none') {
    throw new AppError(
      'invalid_input',
      'Some lines have errors, so nobody was invited. Correct them, or choose to invite the others.',
    )
  }
  if (rows.length === 0) {
    throw new AppError('invalid_input', 'No line contains a person to invite. Nobody was invited.')
  }
  const invited = rows.map((row) => ({ ...row, code: newCode() }))
  const invitations = invited.map(({ name, email, code }) => ({
    id: asInvitationId(uuidv7()),
    codeHash: hashCode(code),
    role: 'learner' as const,
    setup: false,
    cohortId: cohort.id,
    createdById: viewer.id,
    createdAt: now,
    expiresAt: now + GOOD_FOR_DAYS * DAY_MS,
    usesLeft: 1,
    email,
    name,
    mail: byMail ? { state: 'waiting' as const, at: null, fault: null } : null,
  }))
  const detail = { cohort: cohort.id, people: invited.length, byMail: byMail ? 'yes' : 'no' }
  await together(async () => {
    await insertPersonalInvitations(cohort.id, invitations, now)
    // Whoever has an account finds the invitation in the app; the instructor is not told who has one.
    const accounts = await accountsWith(invitations.map(({ email }) => email))
    const told = invitations.flatMap(({ id, email }) => {
      const userId = accounts.get(email)
      const about = { id, cohort: cohort.name, by: viewer.name }
      return userId === undefined ? [] : [{ userId, notice: invitedNotice(about) }]
    })
    await insertNotices(told, now, { alsoByMail: !byMail })
    await recordAudit({ at: now, actorId: viewer.id, kind: 'invited', detail })
  })
  return { invited, faults }
}
