import 'server-only'
import type { SessionId, UserId } from '../kernel/ids'
import type { DayClock } from '../kernel/study-day'

export type Viewer = {
  readonly userId: UserId
  readonly sessionId: SessionId
  readonly name: string
  readonly email: string
  readonly role: 'learner' | 'instructor' | 'admin'
  readonly clock: DayClock
}

export async function currentViewer(): Promise<Viewer | null> {
  throw new Error('stub')
}
/** Any signed-in person; others are sent to /sign-in?next=... */
export async function requireLearner(): Promise<Viewer> {
  throw new Error('stub')
}
/** Instructor or administrator; others get the 404 page. */
export async function requireInstructor(): Promise<Viewer> {
  throw new Error('stub')
}
export async function requireAdmin(): Promise<Viewer> {
  throw new Error('stub')
}
