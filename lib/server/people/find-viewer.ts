import 'server-only'
import { findUser, type Role } from '../../db/people/users'
import type { UserId } from '../../kernel/ids'
import type { DayClock } from '../../kernel/study-day'

export type SignedIn = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly clock: DayClock
}

/** What every page may know of the person who asks; null for an account that is gone or disabled. */
export async function findViewer({ userId }: { userId: UserId }): Promise<SignedIn | null> {
  const user = await findUser(userId)
  if (!user || user.disabled) return null
  const { id, name, email, role, clock } = user
  return { userId: id, name, email, role, clock }
}
