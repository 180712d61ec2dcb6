import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '../kernel/app-error'
import { asCohortId, type SessionId } from '../kernel/ids'
import { noteAccount, noteRefused } from '../observe/note-request'
import { type Entry, type EntryFor, isOpenDuringExam, isPage } from '../policy/entries'
import { examRunsRefusal, noteAsked } from '../server/exam/during-exam'
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
  if (scope) noteAccount(scope.user.id)
  return scope && { scope, sessionId: claim.sessionId }
})

/**
 * Any signed-in person, for what surrounds a page: it shows nothing of the course. Everybody else is
 * sent to /sign-in and back afterwards.
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer) return viewer
  const path = await askedPath()
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

/** The same for an entry of the policy, which may be closed to somebody whose exam is open. */
export async function requireSession(entry: EntryFor<'signed-in'>): Promise<Viewer> {
  const viewer = await requireViewer()
  await assertNoExam(viewer.scope, entry)
  return viewer
}

/** The scope for what a signed-in person does in their own name. */
export const requireLearner = async (entry: EntryFor<'signed-in'>): Promise<LearnerScope> =>
  (await requireSession(entry)).scope

/**
 * An instructor or administrator. Everybody else gets the 404 page. Of an entry for the instructors of
 * a cohort, the scope of the cohort has to be asked for as well.
 */
export async function requireInstructor(
  entry: EntryFor<'instructor' | 'instructor-of-cohort'>,
): Promise<InstructorScope> {
  const scope = await anyInstructor()
  await assertNoExam(scope, entry)
  return scope
}

export async function requireAdmin(entry: EntryFor<'administrator'>): Promise<AdminScope> {
  const scope = await adminAround()
  await assertNoExam(scope, entry)
  return scope
}

/** The same for what surrounds the pages of administrators. */
export async function adminAround(): Promise<AdminScope> {
  const { scope } = await requireViewer()
  if (scope.user.role !== 'admin') notForThem()
  return adminScope(scope)
}

/**
 * The cohort of a page's address, read once per request. The 404 page is shown for a cohort that is
 * not theirs.
 */
export async function requireCohort(
  entry: EntryFor<'instructor-of-cohort'>,
  id: string,
): Promise<InstructedCohortScope> {
  const scope = await cohortAround(id)
  await assertNoExam(await anyInstructor(), entry)
  return scope
}

/** The same for what surrounds the pages of a cohort. */
export const cohortAround = cache(async (id: string): Promise<InstructedCohortScope> => {
  const scope = await anyInstructor()
  try {
    return await cohortPageScope(scope, asCohortId(id))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notForThem()
    throw error
  }
})

async function anyInstructor(): Promise<InstructorScope> {
  const { scope } = await requireViewer()
  if (scope.user.role === 'learner') notForThem()
  return instructorScope(scope)
}

function notForThem(): never {
  noteRefused('not_found')
  notFound()
}

/**
 * Keeps somebody whose exam is open from an entry that the policy closes then, and notes that they
 * asked. A page leads to the one that says why. Everything else throws exam_running.
 */
export async function assertNoExam(
  scope: LearnerScope,
  entry: Entry,
  asked: string | null = null,
): Promise<void> {
  if (!scope.examRuns || isOpenDuringExam(entry)) return
  const path = asked ?? (isPage(entry) ? await askedPath() : null) ?? entry
  // The service worker keeps pages for a time without a network; nobody asked for them.
  if ((await headers()).get('x-steppe-keeping') === null) await noteOnce(scope, path)
  if (!isPage(entry)) throw examRunsRefusal()
  redirect(`/exam-running?asked=${encodeURIComponent(path)}`)
}

/** Title and page both pass the gate of one request. */
const noteOnce = cache((scope: LearnerScope, asked: string) =>
  noteAsked(scope, { asked, now: Date.now() }),
)

/** proxy.ts sets this header, because a page does not know its own address. */
const askedPath = async (): Promise<string | null> => (await headers()).get('x-steppe-path')
