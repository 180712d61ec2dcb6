import 'server-only'
import { type CourseDraft, isOpen, makersOf, reasonNotToPublish } from '../../authoring/draft'
import { deleteDraftImages } from '../../db/authoring/draft-images'
import { countReviewers, finishDraft } from '../../db/authoring/drafts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { publishFiles } from '../course/publish-files'
import type { InstructorScope } from '../scope'
import { collides } from './decide-draft'
import { assertSeen, draftOf, workspaceOf } from './draft-of'
import { publishedFiles } from './published-files'

/**
 * Publishes a draft that waits for review, merged with what was published since it was begun. Harmless
 * when repeated. Throws not_found, not_allowed, course_invalid. Returns the version.
 */
export async function publishDraft(
  scope: InstructorScope,
  input: { readonly draftId: string; readonly revision: number; readonly now: number },
): Promise<number> {
  const draft = await draftOf(input.draftId)
  assertSeen(draft, input.revision)
  await assertMayPublish(scope, draft)
  const published = await publishedFiles()
  const { files, collided } = workspaceOf(published, draft)
  if (collided.length > 0) throw collides()
  const finish = (version: number) => finished(scope, draft, version, input.now)
  const made = await publishFiles(scope, {
    files: [...files].map(([path, text]) => ({ path, text })),
    origin: 'browser',
    note: draft.title,
    expectedVersion: published.version,
    also: finish,
    now: input.now,
  })
  switch (made.outcome) {
    case 'faulty': {
      const [first] = made.faults
      throw new AppError(
        'course_invalid',
        `The course would have faults with this draft, and nothing was published. The first is in ${first?.file}, line ${first?.line}: ${first?.message}.`,
      )
    }
    case 'outdated':
      throw new AppError(
        'not_allowed',
        'Somebody published the course at this moment. Nothing was published. Look at the draft again, then publish it.',
      )
    case 'published':
      return made.version
    case 'unchanged':
      await together(() => finish(made.version))
      return made.version
  }
}

async function assertMayPublish({ user: who }: InstructorScope, one: CourseDraft) {
  const reason = isOpen(one)
    ? reasonNotToPublish(
        one,
        { id: who.id, isAdmin: who.role === 'admin' },
        await countReviewers([who.id, ...makersOf(one)]),
      )
    : 'The draft is published or withdrawn already.'
  if (reason !== null) throw new AppError('not_allowed', `${reason} Nothing was published.`)
}

/** Throws not_allowed when somebody decided otherwise, or wrote in the draft, since it was read. */
async function finished(by: InstructorScope, one: CourseDraft, version: number, now: number) {
  const isReviewed = await finishDraft(
    one.id,
    one.revision,
    { version, reviewerId: by.user.id },
    now,
  )
  if (!isReviewed) {
    throw new AppError(
      'not_allowed',
      'The draft was changed, sent back or withdrawn at this moment. Nothing was published. Look at it again, then decide.',
    )
  }
  // The version has them now.
  await deleteDraftImages(one.id)
  const detail = {
    draft: one.id,
    title: one.title,
    version,
    alone: makersOf(one).includes(by.user.id) ? ('yes' as const) : ('no' as const),
  }
  await recordAudit({ at: now, actorId: by.user.id, kind: 'draft_published', detail })
}
