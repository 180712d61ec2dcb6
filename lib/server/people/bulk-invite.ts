import 'server-only'
import { uuidv7 } from 'uuidv7'
import { hashCode, newCode } from '../../credentials/code'
import { cohortMembers } from '../../db/cohort/cohorts'
import { recordAudit } from '../../db/people/audit'
import { insertPersonalInvitations } from '../../db/people/invitations'
import { type Roster, type RosterFault, type RosterRow, readRoster } from '../../interop/roster-csv'
import { AppError } from '../../kernel/app-error'
import { DAY_MS } from '../../kernel/duration'
import { asInvitationId } from '../../kernel/ids'
import { storable } from '../../kernel/storable'
import type { OpenCohortScope } from '../scope'

const GOOD_FOR_DAYS = 30

/** `code` is known now and never again; the link is /join/CODE. */
export type PersonalInvitation = RosterRow & { readonly code: string }

/** `text`: comma, semicolon or tab separated. */
type RosterInput = { readonly text: string }

/** Who would be invited, and which lines are wrong; changes nothing. */
export async function checkRoster(
  { cohort }: OpenCohortScope,
  { text }: RosterInput,
): Promise<Roster> {
  const members = new Set((await cohortMembers(cohort.id)).map(({ email }) => email))
  const { rows, faults } = readRoster(storable(text))
  const there = rows.filter(({ email }) => members.has(email))
  return {
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
 * A link of their own for everybody named, good once, for 30 days and for that address only; one
 * that the same address had open in this cohort is revoked. With `faulty` "none" nobody is invited
 * while a line is wrong, with "skip" the others are. Throws invalid_input.
 */
export async function bulkInvite(
  scope: OpenCohortScope,
  input: RosterInput & { readonly faulty: 'skip' | 'none'; readonly now: number },
): Promise<{ invited: readonly PersonalInvitation[]; faults: readonly RosterFault[] }> {
  const { rows, faults } = await checkRoster(scope, input)
  const { cohort, viewer } = scope
  const { now } = input
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
  await insertPersonalInvitations(
    cohort.id,
    invited.map(({ name, email, code }) => ({
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
    })),
    now,
  )
  const detail = { cohort: cohort.id, people: invited.length }
  await recordAudit({ at: now, actorId: viewer.id, kind: 'invited', detail })
  return { invited, faults }
}
