import 'server-only'
import type { UserId } from '../../kernel/ids'
import { type NewAccount, redeem } from './redeem'

/**
 * Creates an account and, if the invitation has a cohort, a membership. Throws invitation_invalid,
 * email_taken, invalid_input.
 */
export const joinByInvitation = (input: NewAccount): Promise<UserId> => redeem(input, 'join')
