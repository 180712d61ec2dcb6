import 'server-only'
import { uuidv7 } from 'uuidv7'
import { addressForm } from '../../account/address'
import { hashCode } from '../../credentials/code'
import { hashPassword } from '../../credentials/password'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import {
  findUsableInvitation,
  type Invitation,
  type Redeemed,
  redeemForNewUser,
} from '../../db/people/invitations'
import { AppError } from '../../kernel/app-error'
import { asUserId, type UserId } from '../../kernel/ids'
import { checkAccount, zoneOrUtc } from '../check-account-input'

export type NewAccount = {
  readonly code: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly zone: string
  readonly now: number
}

const MESSAGES: Record<Exclude<Redeemed, 'done'>, string> = {
  invitation_invalid:
    'This link is no longer valid: it was used up, was revoked or has expired. Nothing was saved. Ask for a new one.',
  email_taken:
    'There is already an account with this address. Nothing was changed. Sign in and open the link again.',
  setup_done: 'There is already an administrator. Nothing was changed. Sign in instead.',
}

/** Throws if `outcome` is a refusal. */
export function assertRedeemed(outcome: Redeemed): void {
  if (outcome !== 'done') throw new AppError(outcome, MESSAGES[outcome])
}

/** Throws not_allowed if the invitation is for another address. */
export function assertMeant(invitation: Invitation | null, email: string): void {
  if (!invitation || invitation.email === null) return
  // Earlier releases invited by addresses that were not in their form.
  if (addressForm(invitation.email) === addressForm(email)) return
  throw new AppError(
    'not_allowed',
    `This link is for ${invitation.email}. Nothing was saved. Use that address, or ask for a link of your own.`,
  )
}

/**
 * Creates an account as the code allows. Throws invitation_invalid, email_taken, setup_done,
 * invalid_input.
 */
export async function redeem(input: NewAccount, use: 'setup' | 'join'): Promise<UserId> {
  const { name, email, password } = await checkAccount(input)
  const codeHash = hashCode(input.code)
  // Checked here before the slow hash. The transaction checks it again and decides.
  const invitation = await findUsableInvitation(codeHash, input.now)
  if (!invitation || invitation.setup !== (use === 'setup')) assertRedeemed('invitation_invalid')

  assertMeant(invitation, email)

  const id = asUserId(uuidv7())
  const passwordHash = await hashPassword(password)
  const zone = zoneOrUtc(input.zone)
  const user = { id, email, name, passwordHash, zone, createdAt: input.now }
  const by = { at: input.now, actorId: id }
  await together(async () => {
    assertRedeemed(await redeemForNewUser(codeHash, user, input.now))
    if (use === 'setup') await recordAudit({ ...by, kind: 'setup', detail: { email } })
    else {
      const detail = { email, cohort: invitation?.cohortId ?? null }
      await recordAudit({ ...by, kind: 'joined', detail })
    }
  })
  return id
}
