import 'server-only'
import { titleOfTarget } from '../../cohort/part'
import { type ActKind, insertSteps } from '../../db/cohort/act-steps'
import { assignmentsOf, extensionsOf, putExtensions } from '../../db/cohort/assignments'
import type { CohortGround } from '../../db/cohort/cohort-ground-row'
import { moveLearners } from '../../db/cohort/cohorts'
import { together } from '../../db/connection/together'
import { recordAudits } from '../../db/people/audit'
import { insertNotices } from '../../db/reminder/notices'
import { insertNotes } from '../../db/reminder/notifications'
import { AppError } from '../../kernel/app-error'
import type { UserId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import { oneLine, severalLines } from '../../kernel/visible-text'
import { extensionNotice } from '../../reminder/notices'
import { dateWords } from '../../reminder/words'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import type { OpenCohortScope } from '../scope'
import { aheadOf, dayOf, gone, noteOf } from './due-day'

/** Several analysts of a cohort, and the id of the act: sent again with it, it is done once. */
export type Several = {
  readonly actId: string
  readonly people: readonly UserId[]
  readonly now: number
}

const MOST_PEOPLE = 2000
const LONGEST_TITLE = 120
const LONGEST_MESSAGE = 2000

/**
 * Gives several analysts another due day for one assignment, with the reason, in place of earlier
 * extensions: all of them or nobody. Throws not_found, invalid_input, course_not_published.
 */
export async function extendSeveral(
  scope: OpenCohortScope,
  input: Several & { readonly assignmentId: string; readonly on: string; readonly note: string },
): Promise<void> {
  const { cohort, viewer } = scope
  const { assignmentId, now } = input
  const people = await learnersNamed(scope, input)
  const note = noteOf(input.note)
  const wanted = dayOf(input.on)
  const course = await requireCourse(scope)
  for (const { clock } of people) aheadOf(wanted, now, clock)
  await together(async () => {
    const assignment = (await assignmentsOf(cohort.id)).find(({ id }) => id === assignmentId)
    if (!assignment) throw gone()
    const ids = people.map(({ id }) => id)
    const before = await extensionsOf(assignmentId, ids)
    const steps = new Map(
      ids.map((id) => [id, { assignment: assignmentId, extension: before.get(id) ?? null }]),
    )
    if (!(await isFirst(scope, 'extended', input, steps))) return
    const extension = { dueDay: wanted, note, byId: viewer.id, at: now }
    await putExtensions(assignmentId, new Map(ids.map((id) => [id, extension])))
    await recordAudits(
      ids.map((id) => ({
        at: now,
        actorId: viewer.id,
        kind: 'assignment_extended' as const,
        detail: {
          cohort: cohort.id,
          assignment: assignmentId,
          user: id,
          onBefore: dayWord(before.get(id)?.dueDay),
          on: isoDate(wanted),
          note,
        },
      })),
    )
    const notice = extensionNotice({
      assignmentId,
      title: titleOfTarget(course, assignment.target),
      due: `due on ${dateWords(wanted)}`,
      at: now,
    })
    await insertNotices(
      ids.map((userId) => ({ userId, notice })),
      now,
    )
  })
}

/**
 * Sends several analysts a message inside the app: all of them or nobody. Throws not_found,
 * invalid_input.
 */
export async function messageSeveral(
  scope: OpenCohortScope,
  input: Several & { readonly title: string; readonly text: string },
): Promise<void> {
  const { cohort, viewer } = scope
  const { actId, now } = input
  const ids = (await learnersNamed(scope, input)).map(({ id }) => id)
  const title = oneLine(input.title)
  const text = severalLines(input.text)
  if (title === '' || title.length > LONGEST_TITLE) {
    throw new AppError('invalid_input', `Enter a subject of at most ${LONGEST_TITLE} characters.`)
  }
  if (text === '' || text.length > LONGEST_MESSAGE) {
    throw new AppError('invalid_input', 'Enter a message of at most 2,000 characters.')
  }
  await together(async () => {
    const steps = new Map(ids.map((id) => [id, {}]))
    if (!(await isFirst(scope, 'messaged', input, steps))) return
    const note = {
      kind: 'message' as const,
      title: `${viewer.name}: ${title}`,
      body: text,
      href: '/today',
    }
    await insertNotes(ids, { id: actId, at: now, note })
    await recordAudits(
      ids.map((id) => ({
        at: now,
        actorId: viewer.id,
        kind: 'analyst_messaged' as const,
        detail: { cohort: cohort.id, user: id, title, text },
      })),
    )
  })
}

/**
 * Moves several analysts to another cohort, all of them or nobody. Cards, answers and joining days move
 * along; notes, snoozes and extensions stay. Throws not_found, invalid_input.
 */
export async function moveSeveral(
  from: OpenCohortScope,
  to: OpenCohortScope,
  input: Several,
): Promise<void> {
  const { viewer } = from
  if (from.cohort.id === to.cohort.id) {
    throw new AppError('invalid_input', 'Choose another cohort. Nobody was moved.')
  }
  await together(async () => {
    const ids = [...new Set(input.people)]
    const steps = new Map(ids.map((id) => [id, { to: to.cohort.id }]))
    if (!(await isFirst(from, 'moved', input, steps))) return
    await learnersNamed(from, input)
    if (!(await moveLearners(ids, from.cohort.id, to.cohort.id))) {
      throw new AppError(
        'invalid_input',
        `At least one of these analysts is already in “${to.cohort.name}”, so nobody was moved. Leave them out and try again.`,
      )
    }
    await recordAudits(
      ids.map((id) => ({
        at: input.now,
        actorId: viewer.id,
        kind: 'analyst_moved' as const,
        detail: { user: id, from: from.cohort.id, to: to.cohort.id },
      })),
    )
  })
}

/** False when the same form was sent before, and then nothing is left to do. */
async function isFirst(
  { cohort, viewer }: OpenCohortScope,
  kind: ActKind,
  { actId, now }: Several,
  before: Parameters<typeof insertSteps>[1],
): Promise<boolean> {
  const act = { id: actId, cohortId: cohort.id, byId: viewer.id, kind, at: now }
  const begun = await insertSteps(act, before)
  if (begun === before.size) return true
  if (begun === 0) return false
  throw new AppError(
    'invalid_input',
    'This form was sent before for other analysts, so nothing was changed. Choose them anew.',
  )
}

/** The accounts of these analysts. Throws not_found when one of them is not in the cohort. */
async function learnersNamed(
  scope: OpenCohortScope,
  { people }: Several,
): Promise<CohortGround['members']> {
  const wanted = new Set(people)
  if (wanted.size === 0) {
    throw new AppError('invalid_input', 'Choose at least one analyst. Nothing was changed.')
  }
  if (wanted.size > MOST_PEOPLE) {
    throw new AppError('invalid_input', 'Choose at most 2,000 analysts. Nothing was changed.')
  }
  const found = learnersIn(await groundOf(scope)).filter(({ id }) => wanted.has(id))
  if (found.length === wanted.size) return found
  throw new AppError(
    'not_found',
    `${wanted.size - found.length} of these ${wanted.size} analysts are no longer in this cohort, so nothing was changed. Load the page again and choose anew.`,
  )
}

const dayWord = (day: Parameters<typeof isoDate>[0] | undefined) =>
  day === undefined ? null : isoDate(day)
