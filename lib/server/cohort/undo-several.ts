import 'server-only'
import { z } from 'zod'
import { type ActStep, takeSteps } from '../../db/cohort/act-steps'
import { extensionsOf, putExtensions } from '../../db/cohort/assignments'
import { moveLearners } from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import { recordAudits } from '../../db/people/audit'
import { withdrawNotices } from '../../db/reminder/notices'
import { deleteNotes } from '../../db/reminder/notifications'
import { AppError } from '../../kernel/app-error'
import { asCohortId, asUserId } from '../../kernel/ids'
import { asStudyDay, isoDate } from '../../kernel/study-day'
import { extensionKey } from '../../reminder/notices'
import { instructorScope, learnerScope, type OpenCohortScope, openCohortScope } from '../scope'

const extended = z.object({
  assignment: z.string(),
  extension: z
    .object({
      dueDay: z.number().transform(asStudyDay),
      note: z.string(),
      byId: z.string().transform(asUserId),
      at: z.number(),
    })
    .nullable(),
})
const moved = z.object({ to: z.string().transform(asCohortId) })

/** What was undone: for how many, and of a message how many had read it. Null when nothing was left to undo. */
export type Undone =
  | { readonly kind: 'extended' | 'moved'; readonly people: number }
  | { readonly kind: 'messaged'; readonly people: number; readonly read: number }

/**
 * Undoes an act of this person on several analysts, all of it or nothing. Harmless when repeated.
 * Throws invalid_input when something of it was changed since; not_found or not_allowed when the other
 * cohort of a move is no longer one that this person may change.
 */
export async function undoSeveral(
  scope: OpenCohortScope,
  { actId, now }: { readonly actId: string; readonly now: number },
): Promise<Undone | null> {
  const { cohort, viewer } = scope
  return together(async () => {
    const steps = await takeSteps(actId, { cohortId: cohort.id, byId: viewer.id })
    const [first] = steps
    if (first === undefined) return null
    switch (first.kind) {
      case 'extended':
        return undoExtension(scope, steps, now)
      case 'messaged':
        return undoMessage(scope, { actId, steps, now })
      case 'moved':
        return undoMove(scope, steps, now)
    }
  })
}

async function undoExtension(
  { cohort, viewer }: OpenCohortScope,
  steps: readonly ActStep[],
  now: number,
): Promise<Undone> {
  const before = new Map(
    steps.map(({ userId, before }) => [userId, extended.parse(before)] as const),
  )
  const assignment = [...before.values()][0]?.assignment ?? ''
  const present = await extensionsOf(assignment, [...before.keys()])
  if (steps.some(({ userId, at }) => present.get(userId)?.at !== at)) {
    throw new AppError(
      'invalid_input',
      'One of these extensions was changed since, so nothing was undone. Change them on the page of the assignment.',
    )
  }
  await putExtensions(
    assignment,
    new Map([...before].map(([userId, { extension }]) => [userId, extension])),
  )
  await recordAudits(
    [...before].map(([user, { extension }]) => ({
      at: now,
      actorId: viewer.id,
      kind: 'assignment_extended' as const,
      detail: {
        cohort: cohort.id,
        assignment,
        user,
        onBefore: dayOf(present.get(user)?.dueDay),
        on: dayOf(extension?.dueDay),
      },
    })),
  )
  const at = steps[0]?.at ?? now
  await withdrawNotices(extensionKey(assignment, at), [...before.keys()])
  return { kind: 'extended', people: steps.length }
}

async function undoMessage(
  { cohort, viewer }: OpenCohortScope,
  { actId, steps, now }: { actId: string; steps: readonly ActStep[]; now: number },
): Promise<Undone> {
  const people = steps.map(({ userId }) => userId)
  const read = await deleteNotes(people, actId)
  await recordAudits(
    people.map((user) => ({
      at: now,
      actorId: viewer.id,
      kind: 'message_withdrawn' as const,
      detail: { cohort: cohort.id, user },
    })),
  )
  return { kind: 'messaged', people: people.length, read }
}

async function undoMove(
  { cohort, viewer }: OpenCohortScope,
  steps: readonly ActStep[],
  now: number,
): Promise<Undone> {
  const people = steps.map(({ userId }) => userId)
  const { to } = moved.parse(steps[0]?.before)
  const other = await openCohortScope(instructorScope(learnerScope(viewer)), to)
  if (!(await moveLearners(people, other.cohort.id, cohort.id))) {
    throw new AppError(
      'invalid_input',
      'One of these analysts has left the other cohort since, so nobody was moved back. Move them one by one.',
    )
  }
  await recordAudits(
    people.map((user) => ({
      at: now,
      actorId: viewer.id,
      kind: 'analyst_moved' as const,
      detail: { user, from: to, to: cohort.id },
    })),
  )
  return { kind: 'moved', people: people.length }
}

const dayOf = (day: Parameters<typeof isoDate>[0] | undefined) =>
  day === undefined ? null : isoDate(day)
