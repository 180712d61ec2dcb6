import 'server-only'
import type { CourseDraft } from '../../authoring/draft'
import { deleteDraftImages } from '../../db/authoring/draft-images'
import { changeDraft } from '../../db/authoring/drafts'
import { deleteOwnDocuments } from '../../db/authoring/own-documents'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { severalLines } from '../../kernel/visible-text'
import type { InstructorScope } from '../scope'
import { assertSeen, type DraftWithImages, draftOf, openDraft, workspaceOf } from './draft-of'
import { examined } from './examined'
import { publishedFiles } from './published-files'

const LONGEST_COMMENT = 4000

type Decision = { readonly draftId: string; readonly revision: number; readonly now: number }

/**
 * Asks the others to look at a draft. It must be as it is to be published. Throws not_found, not_allowed,
 * course_invalid.
 */
export async function askForReview(scope: InstructorScope, input: Decision): Promise<void> {
  // The whole course is compiled before anybody waits for the row of the draft.
  await assertSound(await draftOf(input.draftId))
  await decide(scope, input, async (draft) => {
    if (draft.state === 'review') return
    await changeDraft(draft.id, { state: 'review', comment: null, reviewerId: null }, input.now)
    await record(scope, draft, input.now, 'draft_review_asked')
  })
}

/** Gives a draft back to its author with what is to be done. Throws not_found, not_allowed, invalid_input. */
export async function sendBack(
  scope: InstructorScope,
  input: Decision & { readonly comment: string },
): Promise<void> {
  const comment = severalLines(input.comment)
  if (comment === '' || comment.length > LONGEST_COMMENT) {
    throw new AppError(
      'invalid_input',
      `Say in at most ${LONGEST_COMMENT} characters what is to be done. Nothing was changed.`,
    )
  }
  await decide(scope, input, async (draft) => {
    if (draft.state !== 'review') throw notInReview()
    const change = { state: 'sent_back', comment, reviewerId: scope.user.id } as const
    await changeDraft(draft.id, change, input.now)
    await record(scope, draft, input.now, 'draft_sent_back', { comment })
  })
}

/**
 * Only its author, or an administrator, gives a draft up. The texts that came with it go, except those of
 * documents that are published. Throws not_found, not_allowed.
 */
export async function withdrawDraft(scope: InstructorScope, input: Decision): Promise<void> {
  const { user } = scope
  const { catalogue } = await publishedFiles()
  const published = catalogue.sources.map(({ id }) => id)
  await decide(scope, input, async (draft) => {
    if (draft.authorId !== user.id && user.role !== 'admin') {
      throw new AppError(
        'not_allowed',
        'Only its author or an administrator can withdraw a draft. Nothing was changed.',
      )
    }
    await changeDraft(draft.id, { state: 'withdrawn' }, input.now)
    await deleteOwnDocuments(draft.id, published)
    await deleteDraftImages(draft.id)
    await record(scope, draft, input.now, 'draft_withdrawn')
  })
}

const decide = (
  _: InstructorScope,
  { draftId, revision }: Decision,
  work: (draft: CourseDraft) => Promise<void>,
): Promise<void> =>
  together(async () => {
    const draft = await openDraft(draftId)
    assertSeen(draft, revision)
    await work(draft)
  })

type Kind = 'draft_review_asked' | 'draft_sent_back' | 'draft_withdrawn'

const record = (
  { user }: InstructorScope,
  { id, title }: CourseDraft,
  at: number,
  kind: Kind,
  more: { readonly comment?: string } = {},
): Promise<void> =>
  recordAudit({ at, actorId: user.id, kind, detail: { draft: id, title, ...more } })

async function assertSound(draft: DraftWithImages): Promise<void> {
  if (draft.changes.length === 0) {
    throw new AppError('invalid_input', 'There is nothing in this draft yet. Nothing was changed.')
  }
  const published = await publishedFiles()
  const { files, collided } = workspaceOf(published, draft)
  if (collided.length > 0) throw collides()
  const { faults } = examined(files, published)
  const [first] = faults
  if (first === undefined) return
  throw new AppError(
    'course_invalid',
    `The course would have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`} with this draft, and nothing was changed. The first is in ${first.file}, line ${first.line}: ${first.message}.`,
  )
}

export const collides = () =>
  new AppError(
    'not_allowed',
    'Something in this draft was changed in the published course too. Nothing was changed. Open what is marked below, and choose.',
  )

const notInReview = () =>
  new AppError('not_allowed', 'This draft does not wait for review any more. Nothing was changed.')
