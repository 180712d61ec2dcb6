import 'server-only'
import { uuidv7 } from 'uuidv7'
import { changed } from '../../audit/changed'
import type { Assignment } from '../../cohort/assignment'
import { titleOfTarget } from '../../cohort/part'
import { REACHES, type Reach } from '../../course/reach'
import {
  assignmentsOf,
  deleteAssignment,
  insertAssignment,
  putExtension,
  removeExtension,
  updateAssignment,
} from '../../db/cohort/assignments'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { insertNotices } from '../../db/reminder/notices'
import { AppError } from '../../kernel/app-error'
import { count } from '../../kernel/count'
import { asLessonId, asModuleId, type UserId } from '../../kernel/ids'
import { type DayClock, isoDate } from '../../kernel/study-day'
import { assignmentNotice, extensionNotice } from '../../reminder/notices'
import { dateWords } from '../../reminder/words'
import { currentCourse, type PublishedCourse, requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { OpenCohortScope } from '../scope'
import { aheadOf, dayOf, dueWord, gone, noteOf } from './due-day'
import { learnerOf } from './learner-of'

export type AssignmentInput = {
  readonly now: number
  readonly target: { readonly kind: 'module' | 'lesson'; readonly id: string }
  /** Which of its questions. */
  readonly reach: Reach
  /** A day as `YYYY-MM-DD`, or a number of days after joining. */
  readonly due: { readonly on: string } | { readonly afterDays: number }
  /** The share of its questions to be recalled by then, in percent. */
  readonly targetPercent: number
}

/** Assigns a module or lesson to a cohort, each only once at a depth and not for a day that is over. Throws invalid_input. */
export async function createAssignment(
  scope: OpenCohortScope,
  input: AssignmentInput,
): Promise<string> {
  const { cohort, viewer } = scope
  const learners = learnersIn(await groundOf(scope)).filter(({ disabled }) => !disabled)
  const id = uuidv7()
  const course = await requireCourse(scope)
  const assignment = { id, cohortId: cohort.id, ...checkedOf(input, course) }
  assertAhead(assignment.due, input.now, viewer.clock)
  const detail = {
    cohort: cohort.id,
    assignment: id,
    target: assignment.target.id,
    depth: assignment.reach,
    due: dueWord(assignment.due),
    percent: input.targetPercent,
  }
  await together(async () => {
    assertOnlyOne(await assignmentsOf(cohort.id), assignment, course)
    await insertAssignment(assignment, { createdById: viewer.id, createdAt: input.now })
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_saved', detail })
    const notice = assignmentNotice({
      id,
      title: titleOfTarget(course, assignment.target),
      cohort: cohort.name,
      due: dueNotice(assignment.due),
      targetPercent: input.targetPercent,
    })
    const told = learners.map((learner) => ({ userId: learner.id, notice }))
    await insertNotices(told, input.now)
  })
  return id
}

/** Changes the target or the due date. Extensions stay. Throws not_found, invalid_input. */
export async function changeAssignment(
  scope: OpenCohortScope,
  input: AssignmentInput & { readonly assignmentId: string },
): Promise<void> {
  const { cohort, viewer } = scope
  const { assignmentId: id } = input
  const course = await requireCourse(scope)
  const checked = checkedOf(input, course)
  await together(async () => {
    const all = await assignmentsOf(cohort.id)
    const before = all.find((each) => each.id === id)
    if (!before) throw gone()
    // Its target can still be changed when its day is over.
    if (dueWord(before.due) !== dueWord(checked.due)) {
      assertAhead(checked.due, input.now, viewer.clock)
    }
    assertOnlyOne(all, { id, ...checked }, course)
    if (!(await updateAssignment({ id, cohortId: cohort.id, ...checked }))) throw gone()
    const detail = {
      cohort: cohort.id,
      assignment: id,
      target: checked.target.id,
      ...changed('target', before.target.id, checked.target.id),
      ...changed('depth', before.reach, checked.reach),
      ...changed('due', dueWord(before.due), dueWord(checked.due)),
      ...changed('percent', Math.round(before.targetReadiness * 100), input.targetPercent),
    }
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_saved', detail })
  })
}

/** Throws not_found. */
export async function removeAssignment(
  { cohort, viewer }: OpenCohortScope,
  input: { readonly assignmentId: string; readonly now: number },
): Promise<void> {
  const { assignmentId: id } = input
  await together(async () => {
    const before = (await assignmentsOf(cohort.id)).find((each) => each.id === id)
    if (!before || !(await deleteAssignment(cohort.id, id))) throw gone()
    const detail = {
      cohort: cohort.id,
      assignment: id,
      targetBefore: before.target.id,
      dueBefore: dueWord(before.due),
    }
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_deleted', detail })
  })
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
  const extension =
    input.on === null
      ? null
      : {
          dueDay: aheadOf(dayOf(input.on), input.now, learner.clock),
          note: noteOf(input.note),
          byId: viewer.id,
          at: input.now,
        }
  const course = await currentCourse(scope)
  const before = assignment.extensions.get(learner.id)
  const detail = {
    cohort: cohort.id,
    assignment: assignment.id,
    user: learner.id,
    onBefore: before ? isoDate(before.dueDay) : null,
    on: input.on,
    ...changed('note', before?.note ?? null, extension?.note ?? null),
  }
  await together(async () => {
    if (extension === null) await removeExtension(assignment.id, learner.id)
    else await putExtension(assignment.id, learner.id, extension)
    await recordAudit({ at: input.now, actorId: viewer.id, kind: 'assignment_extended', detail })
    if (extension === null || course === null) return
    const notice = extensionNotice({
      assignmentId: assignment.id,
      title: titleOfTarget(course, assignment.target),
      due: `due on ${dateWords(extension.dueDay)}`,
      at: input.now,
    })
    await insertNotices([{ userId: learner.id, notice }], input.now)
  })
}

function assertAhead(due: Assignment['due'], now: number, clock: DayClock): void {
  if (due.kind === 'day') aheadOf(due.day, now, clock)
}

/** Two due days for one module would be counted, and flagged, twice. */
function assertOnlyOne(
  all: readonly Assignment[],
  wanted: Pick<Assignment, 'id' | 'target' | 'reach'>,
  course: PublishedCourse,
): void {
  const other = all.find(
    ({ id, target, reach }) =>
      id !== wanted.id &&
      target.kind === wanted.target.kind &&
      target.id === wanted.target.id &&
      reach === wanted.reach,
  )
  if (!other) return
  throw new AppError(
    'invalid_input',
    `“${titleOfTarget(course, other.target)}” is already assigned to this cohort at this depth (due ${dueWord(other.due)}). Nothing was changed. Change that assignment instead.`,
  )
}

const dueNotice = (due: Assignment['due']): string =>
  due.kind === 'day'
    ? `due on ${dateWords(due.day)}`
    : `due ${count(due.days, 'day')} after you joined the cohort`

/** What the form says, checked against the course. Throws invalid_input. */
export function checkedOf(
  { target, reach, due, targetPercent }: AssignmentInput,
  { look }: PublishedCourse,
): Pick<Assignment, 'target' | 'reach' | 'due' | 'targetReadiness'> {
  const module = look.module(asModuleId(target.id))
  const lesson = look.lesson(asLessonId(target.id))
  const found =
    target.kind === 'module'
      ? module && ({ kind: 'module', id: module.id } as const)
      : lesson && ({ kind: 'lesson', id: lesson.id } as const)
  if (!found) throw new AppError('invalid_input', 'Choose a module or a lesson of the course.')
  if (!REACHES.includes(reach)) {
    throw new AppError('invalid_input', 'Choose core, full or everything.')
  }
  if (!Number.isInteger(targetPercent) || targetPercent < 1 || targetPercent > 100) {
    throw new AppError('invalid_input', 'The target must be a whole number from 1 to 100.')
  }
  const targetReadiness = targetPercent / 100
  if ('on' in due)
    return { target: found, reach, due: { kind: 'day', day: dayOf(due.on) }, targetReadiness }
  if (!Number.isInteger(due.afterDays) || due.afterDays < 1 || due.afterDays > 730) {
    throw new AppError('invalid_input', 'Choose 1 to 730 days after joining.')
  }
  return {
    target: found,
    reach,
    due: { kind: 'after-joining', days: due.afterDays },
    targetReadiness,
  }
}
