import type { Role } from '@/lib/kernel/role'

/** An invitation at the one moment when its link is known. */
export type MadeInvitation = {
  readonly link: string
  readonly role: Role
  readonly uses: number
  readonly expiresInDays: number
}
