import 'server-only'
import { uuidv7 } from 'uuidv7'
import { hashCode, newCode } from '../../credentials/code'
import { cohortMembers } from '../../db/cohort/cohorts'
import { recordAudit } from '../../db/people/audit'
import { insertPersonalInvitations } from '../../db/people/invitations'
import { type Roster, type RosterFault, type RosterRow, readRoster } from '../../interop/roster-csv'
import { AppError } from '../../kernel/app-error'
import { asInvitationId, type CohortId, type UserId } from '../../kernel/ids'
import { storable } from '../../kernel/storable'
import { actor, assertInstructor, openCohortOf } from '../access'

const DAY_MS = 86_400_000
const GOOD_FOR_DAYS = 30

/** `code` is known now and never again; the link is /join/CODE. */
export type PersonalInvitation = RosterRow & { readonly code: string }

type BulkInput = {
  readonly actorId: UserId
  readonly cohortId: CohortId
  /** Comma, semicolon or tab separated. */
  readonly text: string
}

/** Who would be invited, and which lines are wrong; changes nothing. Throws not_allowed, not_found. */
export async function checkRoster(input: BulkInput): Promise<Roster> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const { id } = await openCohortOf(user, input.cohortId)
  const members = new Set((await cohortMembers(id)).map(({ email }) => email))
  const { rows, faults } = readRoster(storable(input.text))
  const there = rows.filter(({ email }) => members.has(email))
  return {
    rows: rows.filter(({ email }) => !members.has(email)),
    faults: [...faults, ...there.map(inCohort)].toSorted((a, b) => a.line - b.line),
  }
}

const inCohort = ({ line, name, email }: RosterRow): RosterFault => ({
  ...{ line, text: `${name}, ${email}`, reason: 'Is in this cohort already.' },
})

/**
 * A link of their own for everybody named, good once, for 30 days and for that address only; one
 * that the same address had open in this cohort is revoked. With `faulty` "none" nobody is invited
 * while a line is wrong, with "skip" the others are. Throws not_allowed, not_found, invalid_input.
 */
export async function bulkInvite(
  input: BulkInput & { readonly faulty: 'skip' | 'none'; readonly now: number },
): Promise<{ invited: readonly PersonalInvitation[]; faults: readonly RosterFault[] }> {
  const { rows, faults } = await checkRoster(input)
  const { cohortId, now } = input
  if (faults.length > 0 && input.faulty === 'none') {
    throw new AppError(
      'invalid_input',
      'Some lines are wrong. Nobody was invited. Mend them, or choose to invite the others.',
    )
  }
  if (rows.length === 0) {
    throw new AppError('invalid_input', 'No line names anybody to invite. Nobody was invited.')
  }
  const invited = rows.map((row) => ({ ...row, code: newCode() }))
  await insertPersonalInvitations(
    cohortId,
    invited.map(({ name, email, code }) => ({
      ...{ id: asInvitationId(uuidv7()), codeHash: hashCode(code), name, email, cohortId },
      ...{ role: 'learner' as const, setup: false, createdById: input.actorId, usesLeft: 1 },
      ...{ createdAt: now, expiresAt: now + GOOD_FOR_DAYS * DAY_MS },
    })),
    now,
  )
  const detail = { cohort: cohortId, people: invited.length }
  await recordAudit({ at: now, actorId: input.actorId, kind: 'invited', detail })
  return { invited, faults }
}
