import type { Role } from '@/app/_shell/role-label'

/** An invitation at the one moment when its link is known. */
export type MadeInvitation = {
  readonly link: string
  readonly role: Role
  readonly uses: number
  readonly expiresInDays: number
}
