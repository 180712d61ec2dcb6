import 'server-only'
import { type Change, type CourseDraft, changeOf, keyOf, rewritten } from '../../authoring/draft'
import { courseFileBeside, type Thing } from '../../authoring/thing'
import type { Target } from '../../compiler/edit/target'
import { courseOf, withinCourse } from '../../compiler/library/library-files'
import { changeDraft } from '../../db/authoring/drafts'
import { deleteOwnDocument } from '../../db/authoring/own-documents'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { asQuestionId } from '../../kernel/ids'
import { oneLine } from '../../kernel/visible-text'
import type { InstructorScope } from '../scope'
import { openDraft, placeIn, publishedFields, workspaceOf } from './draft-of'
import { imageFile } from './image-writes'
import { publishedFiles } from './published-files'

type OneThing = { readonly draftId: string; readonly now: number } & Target

/**
 * Takes one change out of a draft, so that the thing is as it is published, or is not there. Throws
 * not_found, not_allowed.
 */
export async function takeOut({ user }: InstructorScope, input: OneThing): Promise<void> {
  const { draftId, now, path, list, id } = input
  const { pathOf } = await publishedFiles()
  await together(async () => {
    const draft = await openDraft(draftId)
    const change = changeOf(draft.changes, { path, list, id })
    if (change === null) {
      throw new AppError('not_found', 'This is not in the draft any more. Nothing was changed.')
    }
    const changes = withoutIt(draft, change)
    await changeDraft(draft.id, rewritten(draft, changes, user.id), now)
    // Somebody may have published the document since: its text is read by learners then.
    if (
      withinCourse(path).startsWith('sources/') &&
      pathOf('sources', id, courseOf(path)) === null
    ) {
      await deleteOwnDocument(draft.id, id)
    }
    const detail = { draft: draft.id, title: draft.title, what: `${path} ${id}` }
    await recordAudit({ at: now, actorId: user.id, kind: 'draft_change_removed', detail })
  })
}

/** What goes with it: the file of an image; a lesson that is new is not listed in its module any more. */
function withoutIt({ changes }: CourseDraft, gone: Change): readonly Change[] {
  const course = courseOf(gone.path)
  const files =
    gone.list === 'images'
      ? [gone.base?.file, gone.mine?.file].map((file) => keyOf(imageFile(course, String(file))))
      : []
  const rest = changes.filter(
    (change) => keyOf(change) !== keyOf(gone) && !files.includes(keyOf(change)),
  )
  if (gone.base !== null || !gone.path.endsWith('.md')) return rest
  return rest.map((change) => {
    const lessons: unknown = change.mine?.lessons
    if (change.list !== 'modules' || change.mine === null || !Array.isArray(lessons)) return change
    return {
      ...change,
      mine: { ...change.mine, lessons: lessons.filter((one) => one !== gone.id) },
    }
  })
}

/**
 * Lets a published question leave the queue: it is asked no more, and stays in the history. Throws
 * not_found, not_allowed, invalid_input.
 */
export async function retireQuestion(
  { user }: InstructorScope,
  input: {
    readonly draftId: string
    readonly questionId: string
    readonly reason: string
    readonly now: number
  },
): Promise<void> {
  const { draftId, questionId: id, now } = input
  const reason = oneLine(input.reason)
  if (reason === '') {
    throw new AppError('invalid_input', 'Say why the question is retired. Nothing was changed.')
  }
  const published = await publishedFiles()
  await together(async () => {
    const draft = await openDraft(draftId)
    const work = workspaceOf(published, draft)
    const thing: Thing = 'questions'
    const target = placeIn(work, draft, thing, id)
    if (target === null || published.look.question(asQuestionId(id)) === undefined) {
      throw new AppError(
        'not_found',
        'Only a published question can be retired. Nothing was changed.',
      )
    }
    const retired = { path: courseFileBeside(target), list: 'retired', id }
    const changes: readonly Change[] = [
      ...draft.changes.filter(
        (change) => keyOf(change) !== keyOf(target) && keyOf(change) !== keyOf(retired),
      ),
      { ...target, base: publishedFields(work, target), mine: null },
      { ...retired, base: null, mine: { id, reason } },
    ]
    await changeDraft(draft.id, rewritten(draft, changes, user.id), now)
    const detail = { draft: draft.id, title: draft.title, what: `retire ${id}: ${reason}` }
    await recordAudit({ at: now, actorId: user.id, kind: 'draft_changed', detail })
  })
}
