import 'server-only'
import { uuidv7 } from 'uuidv7'
import { insertDraft } from '../../db/authoring/drafts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import { lengthOf, oneLine } from '../../kernel/visible-text'
import type { InstructorScope } from '../scope'
import { publishedFiles } from './published-files'

const LONGEST_TITLE = 120

/** Throws invalid_input, course_not_published. Returns the id of the draft. */
export async function startDraft(
  { user }: InstructorScope,
  { title: given, now }: { readonly title: string; readonly now: number },
): Promise<string> {
  const title = oneLine(given)
  if (title === '' || lengthOf(title) > LONGEST_TITLE) {
    throw new AppError(
      'invalid_input',
      `Say in at most ${LONGEST_TITLE} characters what the draft is about. Nothing was saved.`,
    )
  }
  const { version } = await publishedFiles()
  const id = uuidv7()
  await together(async () => {
    await insertDraft({ id, title, authorId: user.id, baseVersion: version }, now)
    await recordAudit({
      at: now,
      actorId: user.id,
      kind: 'draft_started',
      detail: { draft: id, title },
    })
  })
  return id
}
