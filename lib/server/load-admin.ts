import 'server-only'
import type { InvitationId, UserId } from '../kernel/ids'

export type AdminView = {
  readonly people: readonly {
    readonly userId: UserId
    readonly name: string
    readonly email: string
    readonly role: 'learner' | 'instructor' | 'admin'
    readonly lastSeenAt: number | null
    readonly disabled: boolean
  }[]
  readonly invitations: readonly {
    readonly id: InvitationId
    readonly role: 'learner' | 'instructor' | 'admin'
    readonly cohortName: string | null
    readonly usesLeft: number
    readonly expiresAt: number
  }[]
  readonly course: {
    readonly title: string
    readonly version: number
    readonly publishedAt: number
    readonly facts: number
    readonly questions: number
    readonly lessons: number
  } | null
}

/** Administrators only; throws not_allowed. */
export async function loadAdmin(_input: { actorId: UserId; now: number }): Promise<AdminView> {
  throw new Error('stub')
}
