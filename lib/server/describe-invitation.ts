import 'server-only'

/** What a join page may show before anybody is known. */
export type InvitationView = {
  readonly role: 'learner' | 'instructor' | 'admin'
  readonly cohortName: string | null
  readonly invitedBy: string | null
}

/** Null when the code is unknown, used up, expired or revoked. */
export async function describeInvitation(_input: {
  code: string
  now: number
}): Promise<InvitationView | null> {
  throw new Error('stub')
}
