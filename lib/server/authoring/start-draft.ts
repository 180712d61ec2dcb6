import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Thing } from '../../authoring/thing'
import { courseOf } from '../../compiler/library/library-files'
import { coursesOf } from '../../course/courses'
import { insertDraft } from '../../db/authoring/drafts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { lengthOf, oneLine } from '../../kernel/visible-text'
import type { InstructorScope } from '../scope'
import { type PublishedFiles, publishedFiles } from './published-files'

const LONGEST_TITLE = 120

type ToStart = {
  readonly title: string
  /** The course into which everything new of it goes; null for that of `about`, or the first one. */
  readonly course?: string | null
  /** What is to be edited in it. */
  readonly about?: { readonly thing: Thing; readonly id: string } | null
  readonly now: number
}

/** Throws invalid_input, course_not_published. Returns the id of the draft. */
export async function startDraft(
  { user }: InstructorScope,
  { title: given, course = null, about = null, now }: ToStart,
): Promise<string> {
  const title = oneLine(given)
  if (title === '' || lengthOf(title) > LONGEST_TITLE) {
    throw new AppError(
      'invalid_input',
      `Say in at most ${LONGEST_TITLE} characters what the draft is about. Nothing was saved.`,
    )
  }
  const published = await publishedFiles()
  const courseId = courseFor(published, course, about)
  const id = uuidv7()
  await together(async () => {
    const baseVersion = published.version
    await insertDraft({ id, title, authorId: user.id, courseId, baseVersion }, now)
    await recordAudit({
      at: now,
      actorId: user.id,
      kind: 'draft_started',
      detail: { draft: id, title },
    })
  })
  return id
}

function courseFor(
  { catalogue, pathOf }: PublishedFiles,
  course: string | null,
  about: ToStart['about'],
): string {
  const ids = coursesOf(catalogue).map(({ id }) => id)
  const path = about ? pathOf(about.thing, about.id, course ?? '') : null
  const found = course ?? (path === null ? ids[0] : courseOf(path))
  if (found !== undefined && ids.includes(found)) return found
  throw new AppError('invalid_input', 'There is no such course. Nothing was saved. Choose another.')
}
