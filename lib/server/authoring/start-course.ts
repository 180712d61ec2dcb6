import 'server-only'
import { uuidv7 } from 'uuidv7'
import { rewritten } from '../../authoring/draft'
import { fieldsOf } from '../../authoring/forms/form-values'
import { COURSE_FIELDS } from '../../authoring/forms/other-fields'
import { isId, newId } from '../../authoring/thing'
import { FOLDERS } from '../../compiler/library/library-files'
import { changeDraft, insertDraft } from '../../db/authoring/drafts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { lengthOf, oneLine, severalLines } from '../../kernel/visible-text'
import type { InstructorScope } from '../scope'
import { draftOf, newPlace, workspaceOf } from './draft-of'
import { publishedFiles } from './published-files'
import { changesWith } from './save-thing'

const LONGEST_TITLE = 100

/**
 * Begins a draft with a course that has nothing in it yet. It is reviewed and published as every draft is, and
 * filled in this draft or in later ones. `id` empty: one is made of the title. Throws invalid_input,
 * course_not_published. Returns the id of the draft.
 */
export async function startCourse(
  { user }: InstructorScope,
  input: {
    readonly title: string
    readonly summary: string
    readonly id: string
    readonly now: number
  },
): Promise<string> {
  const { now } = input
  const title = oneLine(input.title)
  const summary = severalLines(input.summary)
  if (title === '' || summary === '' || lengthOf(title) > LONGEST_TITLE) {
    throw new AppError(
      'invalid_input',
      `Give the course a title of at most ${LONGEST_TITLE} characters, and say what it is about. Nothing was saved.`,
    )
  }
  const published = await publishedFiles()
  const isTaken = (one: string) =>
    FOLDERS.includes(one) || published.pathOf('courses', one, one) !== null
  const course = idOf(input.id, title, isTaken)
  const id = uuidv7()
  await together(async () => {
    const named = `New course: ${title}`
    const baseVersion = published.version
    await insertDraft({ id, title: named, authorId: user.id, courseId: course, baseVersion }, now)
    const detail = { draft: id, title: named }
    await recordAudit({ at: now, actorId: user.id, kind: 'draft_started', detail })
    const draft = await draftOf(id)
    const work = workspaceOf(published, draft)
    const fields = fieldsOf(
      COURSE_FIELDS,
      { title, summary },
      { id: course, topics: [], modules: [] },
    )
    const target = newPlace(work, course, 'courses', course, fields)
    const changes = changesWith(work, draft, { target, fields, beside: [] }, null)
    await changeDraft(id, rewritten(draft, changes, user.id), now)
    const what = { ...detail, what: `course ${course}` }
    await recordAudit({ at: now, actorId: user.id, kind: 'draft_changed', detail: what })
  })
  return id
}

function idOf(typed: string, title: string, taken: (id: string) => boolean): string {
  const wished = typed.trim()
  if (wished === '') return newId(title, taken)
  if (isId(wished) && !taken(wished)) return wished
  throw new AppError(
    'invalid_input',
    isId(wished)
      ? `\`${wished}\` is taken already. Nothing was saved. Choose another id, or leave it empty.`
      : 'An id is small letters, figures and hyphens, like black-sea. Nothing was saved. Leave it empty to have one made.',
  )
}
