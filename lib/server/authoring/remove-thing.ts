import 'server-only'
import { type Change, type CourseDraft, keyOf, rewritten, withChange } from '../../authoring/draft'
import { courseFileBeside, THING_NAMES, type Thing } from '../../authoring/thing'
import type { Fields, Target } from '../../compiler/edit/target'
import { courseOf } from '../../compiler/library/library-files'
import { changeDraft } from '../../db/authoring/drafts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'
import {
  fieldsIn,
  openDraft,
  placeIn,
  publishedFields,
  type Workspace,
  type Write,
  workspaceOf,
} from './draft-of'
import { imageFile, namesOf } from './image-writes'
import { publishedFiles } from './published-files'
import { withWrites } from './written-thing'

/**
 * Whether such a thing may go from the course. A question is retired, so that its answers stay, and a course
 * goes with its folder.
 */
export const mayBeRemoved = (thing: Thing): boolean => thing !== 'questions' && thing !== 'courses'

/**
 * Puts into a draft that a published thing goes. What still names it is a fault of the draft then. Throws
 * not_found, not_allowed, invalid_input.
 */
export async function removeThing(
  { user }: InstructorScope,
  input: {
    readonly draftId: string
    readonly thing: Thing
    readonly id: string
    readonly now: number
  },
): Promise<void> {
  const { draftId, thing, id, now } = input
  const published = await publishedFiles()
  await together(async () => {
    const draft = await openDraft(draftId)
    const work = workspaceOf(published, draft)
    const target = placeIn(work, draft, thing, id)
    if (!mayBeRemoved(thing) || target === null || publishedFields(work, target) === null) {
      throw new AppError(
        'not_found',
        `There is no published ${THING_NAMES[thing]} ${id} that can be removed. Nothing was changed.`,
      )
    }
    const changes = withRemovals(work, draft, removalsOf(work, target))
    await changeDraft(draft.id, rewritten(draft, changes, user.id), now)
    const what = `remove ${THING_NAMES[thing]} ${id}`
    const detail = { draft: draft.id, title: draft.title, what }
    await recordAudit({ at: now, actorId: user.id, kind: 'draft_changed', detail })
  })
}

/** A lesson goes from its module too, and an image with its file, if no other image has the same. */
function removalsOf(work: Workspace, target: Target): readonly Write[] {
  const course = courseOf(target.path)
  const file = fieldsIn(work, target)?.file
  const isAlone = target.list === 'images' && !namesOf(work.files, course, target.id).includes(file)
  const beside: readonly Write[] =
    isAlone && typeof file === 'string' ? [[imageFile(course, file), null]] : []
  return [[target, null], ...beside, ...unlisted(work, target)]
}

function unlisted(work: Workspace, lesson: Target): readonly Write[] {
  const module = /\/lessons\/([^/]+)\//.exec(lesson.path)?.[1]
  if (module === undefined) return []
  const target = { path: courseFileBeside(lesson), list: 'modules', id: module }
  const fields: Fields | null = fieldsIn(work, target)
  const lessons: unknown = fields?.lessons
  if (fields === null || !Array.isArray(lessons)) return []
  return [[target, { ...fields, lessons: lessons.filter((one) => one !== lesson.id) }]]
}

function withRemovals(
  work: Workspace,
  { changes }: CourseDraft,
  writes: readonly Write[],
): readonly Change[] {
  // Refuses what the files cannot hold, before anything is stored.
  withWrites(work, writes)
  return writes.reduce<readonly Change[]>((all, [place, mine]) => {
    const base = publishedFields(work, place)
    return base === null && mine === null
      ? all.filter((one) => keyOf(one) !== keyOf(place))
      : withChange(all, { ...place, base, mine })
  }, changes)
}
