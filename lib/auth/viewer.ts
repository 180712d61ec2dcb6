import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { asSessionId, asUserId, type SessionId, type UserId } from '../kernel/ids'
import type { DayClock } from '../kernel/study-day'
import { findViewer } from '../server/people/find-viewer'
import { auth } from './next-auth'

export type Viewer = {
  readonly userId: UserId
  readonly sessionId: SessionId
  readonly name: string
  readonly email: string
  readonly role: 'learner' | 'instructor' | 'admin'
  readonly clock: DayClock
}

/** Who asks, or null. Once a request, however many components ask. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session: unknown = await auth()
  if (!hasIds(session)) return null
  const user = await findViewer({ userId: asUserId(session.userId) })
  return user && { ...user, sessionId: asSessionId(session.sessionId) }
})

type Ids = { readonly userId: string; readonly sessionId: string }

const hasIds = (value: unknown): value is Ids =>
  typeof value === 'object' &&
  value !== null &&
  'userId' in value &&
  typeof value.userId === 'string' &&
  value.userId !== '' &&
  'sessionId' in value &&
  typeof value.sessionId === 'string'

/** Any signed-in person; others are sent to /sign-in and back. */
export async function requireLearner(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  // Set by proxy.ts; a page does not know its own address.
  const path = (await headers()).get('x-steppe-path')
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

/** Instructor or administrator; others get the 404 page. */
export async function requireInstructor(): Promise<Viewer> {
  const viewer = await requireLearner()
  if (viewer.role === 'learner') notFound()
  return viewer
}

export async function requireAdmin(): Promise<Viewer> {
  const viewer = await requireLearner()
  if (viewer.role !== 'admin') notFound()
  return viewer
}
