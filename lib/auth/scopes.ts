import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../kernel/app-error'
import { asCohortId, type SessionId } from '../kernel/ids'
import { checkSession } from '../server/people/sessions'
import {
  type AdminScope,
  adminScope,
  cohortPageScope,
  type InstructedCohortScope,
  type InstructorScope,
  instructorScope,
  type LearnerScope,
} from '../server/scope'
import { sessionClaim } from './session-claim'

/**
 * Who makes this request: their own scope and their sign-in session; null when nobody is signed in.
 */
export type Viewer = { readonly scope: LearnerScope; readonly sessionId: SessionId }

/** Session, account and role are read once per request, however many components ask for them. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const claim = await sessionClaim(await headers())
  const scope = claim && (await checkSession({ ...claim, now: Date.now() }))
  return scope && { scope, sessionId: claim.sessionId }
})

/** Any signed-in person. Everybody else is sent to /sign-in and back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  // proxy.ts sets this header, because a page does not know its own address.
  const path = (await headers()).get('x-steppe-path')
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

/** The scope for what a signed-in person does in their own name. */
export const requireLearner = async (): Promise<LearnerScope> => (await requireViewer()).scope

/** An instructor or administrator. Everybody else gets the 404 page. */
export async function requireInstructor(): Promise<InstructorScope> {
  const scope = await requireLearner()
  if (scope.user.role === 'learner') notFound()
  return instructorScope(scope)
}

export async function requireAdmin(): Promise<AdminScope> {
  const scope = await requireLearner()
  if (scope.user.role !== 'admin') notFound()
  return adminScope(scope)
}

/**
 * The cohort of a page's address, read once per request. The 404 page is shown for a cohort that is
 * not theirs.
 */
export const requireCohort = cache(async (id: string): Promise<InstructedCohortScope> => {
  const scope = await requireInstructor()
  try {
    return await cohortPageScope(scope, asCohortId(id))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})
