import 'server-only'
import type { UserId } from '../../kernel/ids'
import { type NewAccount, redeem } from './redeem'

/** Makes an account (and a cohort membership). Throws invitation_invalid, email_taken, invalid_input. */
export const joinByInvitation = (input: NewAccount): Promise<UserId> => redeem(input, 'join')
