import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Assignment } from '../../cohort/assignment'
import {
  assignmentsOf,
  deleteAssignment,
  insertAssignment,
  putExtension,
  removeExtension,
  updateAssignment,
} from '../../db/cohort/assignments'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { asLessonId, asModuleId, isUuid, type UserId } from '../../kernel/ids'
import { isIsoDate, type StudyDay, studyDayNamed } from '../../kernel/study-day'
import { severalLines } from '../../kernel/visible-text'
import { type PublishedCourse, requireCourse } from '../current-course'
import type { OpenCohortScope } from '../scope'
import { learnerOf } from './learner-of'

export type AssignmentInput = {
  readonly now: number
  readonly target: { readonly kind: 'module' | 'lesson'; readonly id: string }
  /** A day as `YYYY-MM-DD`, or a number of days after joining. */
  readonly due: { readonly on: string } | { readonly afterDays: number }
  /** The share of its questions to be recalled by then, in percent. */
  readonly targetPercent: number
}

/** Assigns a module or lesson to a cohort. Throws invalid_input. */
export async function createAssignment(
  { cohort, viewer, newest }: OpenCohortScope,
  input: AssignmentInput,
): Promise<string> {
  const id = uuidv7()
  const assignment = {
    id,
    cohortId: cohort.id,
    ...checkedOf(input, await requireCourse({ newest })),
  }
  await insertAssignment(assignment, { createdById: viewer.id, createdAt: input.now })
  const detail = { cohort: cohort.id, assignment: id, target: assignment.target.id }
  await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_saved', detail })
  return id
}

/** Changes the target or the due date. Extensions stay. Throws not_found, invalid_input. */
export async function changeAssignment(
  { cohort, viewer, newest }: OpenCohortScope,
  input: AssignmentInput & { readonly assignmentId: string },
): Promise<void> {
  const { assignmentId: id } = input
  const checked = checkedOf(input, await requireCourse({ newest }))
  if (!isUuid(id) || !(await updateAssignment({ id, cohortId: cohort.id, ...checked })))
    throw gone()
  const detail = { cohort: cohort.id, assignment: id, target: checked.target.id }
  await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_saved', detail })
}

/** Throws not_found. */
export async function removeAssignment(
  { cohort, viewer }: OpenCohortScope,
  input: { readonly assignmentId: string; readonly now: number },
): Promise<void> {
  const { assignmentId: id } = input
  if (!isUuid(id) || !(await deleteAssignment(cohort.id, id))) throw gone()
  const detail = { cohort: cohort.id, assignment: id }
  await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_deleted', detail })
}

/**
 * Moves the due day for one learner, with the reason. `on` null cancels an extension. Throws
 * not_found, invalid_input.
 */
export async function extendAssignment(
  scope: OpenCohortScope,
  input: {
    readonly assignmentId: string
    readonly userId: UserId
    readonly on: string | null
    readonly note: string
    readonly now: number
  },
): Promise<void> {
  const { cohort, viewer } = scope
  const learner = await learnerOf(scope, input.userId)
  const assignment = (await assignmentsOf(cohort.id)).find(({ id }) => id === input.assignmentId)
  if (!assignment) throw gone()
  if (input.on === null) await removeExtension(assignment.id, learner.id)
  else {
    const dueDay = dayOf(input.on)
    const note = noteOf(input.note)
    await putExtension(assignment.id, learner.id, { dueDay, note, byId: viewer.id, at: input.now })
  }
  const detail = { cohort: cohort.id, assignment: assignment.id, user: learner.id, on: input.on }
  await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_extended', detail })
}

const gone = () =>
  new AppError('not_found', 'This cohort no longer has this assignment. Nothing was changed.')

function noteOf(text: string): string {
  const note = severalLines(text)
  if (note !== '' && note.length <= 1000) return note
  throw new AppError('invalid_input', 'Give a reason of at most 1,000 characters.')
}

function dayOf(on: string): StudyDay {
  if (isIsoDate(on)) return studyDayNamed(on)
  throw new AppError('invalid_input', 'This date does not exist. Choose one from the calendar.')
}

function checkedOf(
  { target, due, targetPercent }: AssignmentInput,
  { look }: PublishedCourse,
): Pick<Assignment, 'target' | 'due' | 'targetReadiness'> {
  const module = look.module(asModuleId(target.id))
  const lesson = look.lesson(asLessonId(target.id))
  const found =
    target.kind === 'module'
      ? module && ({ kind: 'module', id: module.id } as const)
      : lesson && ({ kind: 'lesson', id: lesson.id } as const)
  if (!found) throw new AppError('invalid_input', 'Choose a module or a lesson of the course.')
  if (!Number.isInteger(targetPercent) || targetPercent < 1 || targetPercent > 100) {
    throw new AppError('invalid_input', 'The target must be a whole number from 1 to 100.')
  }
  const targetReadiness = targetPercent / 100
  if ('on' in due)
    return { target: found, due: { kind: 'day', day: dayOf(due.on) }, targetReadiness }
  if (!Number.isInteger(due.afterDays) || due.afterDays < 1 || due.afterDays > 730) {
    throw new AppError('invalid_input', 'Choose 1 to 730 days after joining.')
  }
  return { target: found, due: { kind: 'after-joining', days: due.afterDays }, targetReadiness }
}
