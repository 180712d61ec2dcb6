import type { Role } from '@/lib/kernel/role'

/** A new invitation with its link, which is known only at this moment. */
export type MadeInvitation = {
  readonly link: string
  readonly role: Role
  readonly uses: number
  readonly expiresInDays: number
}
