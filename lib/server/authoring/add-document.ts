import 'server-only'
import { rewritten } from '../../authoring/draft'
import { type FormValues, fieldsOf } from '../../authoring/forms/form-values'
import { SOURCE_FIELDS } from '../../authoring/forms/other-fields'
import { documentFault, paragraphsOf } from '../../authoring/paragraphs'
import { isId, newId } from '../../authoring/thing'
import { changeDraft } from '../../db/authoring/drafts'
import { insertOwnDocument, ownSourcesLike } from '../../db/authoring/own-documents'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'
import { newPlace, openDraft, placeIn, workspaceOf } from './draft-of'
import { publishedFiles } from './published-files'
import { changesWith } from './save-thing'

type Input = {
  readonly draftId: string
  /** Blank lines part the paragraphs. */
  readonly text: string
  /** What is known of it, by the names of the fields of a source. */
  readonly form: FormValues
  readonly now: number
}

/**
 * Adds a document to a draft: its text to the installation, and its description to the course. Throws
 * not_found, not_allowed, invalid_input. Returns the id of the source.
 */
export async function addDocument({ user }: InstructorScope, input: Input): Promise<string> {
  const { text, form, now } = input
  const fault = documentFault(text)
  if (fault !== null) throw new AppError('invalid_input', `${fault} Nothing was added.`)
  const paragraphs = paragraphsOf(text)
  const published = await publishedFiles()
  return together(async () => {
    const draft = await openDraft(input.draftId)
    const work = workspaceOf(published, draft)
    const wished = wishedId(form)
    const others = await ownSourcesLike(wished)
    const taken = (one: string) => others.has(one) || placeIn(work, draft, 'sources', one) !== null
    const id = idOf(form, taken)
    const described = fieldsOf(SOURCE_FIELDS, form, { id })
    const { length } = paragraphs
    const fields = {
      ...described,
      paragraphs: length,
      sections: described.sections ?? [{ title: 'Body', from: 1, to: length }],
    }
    const target = newPlace(work, draft.courseId, 'sources', id, fields)
    const changes = changesWith(work, draft, { target, fields, beside: [] }, null)
    await changeDraft(draft.id, rewritten(draft, changes, user.id), now)
    await insertOwnDocument({
      sourceId: id,
      draftId: draft.id,
      paragraphs,
      addedById: user.id,
      addedAt: now,
    })
    const detail = { draft: draft.id, title: draft.title, source: id, paragraphs: length }
    await recordAudit({ at: now, actorId: user.id, kind: 'document_added', detail })
    return id
  })
}

/** The id that is typed, or else the one that its title makes. */
const wishedId = ({ id, title }: FormValues): string => {
  const typed = id?.trim() ?? ''
  return typed === '' ? newId(title ?? 'document', () => false) : typed
}

function idOf(form: FormValues, taken: (id: string) => boolean): string {
  const typed = form.id?.trim() ?? ''
  if (typed === '') return newId(form.title ?? 'document', taken)
  if (!isId(typed)) {
    throw new AppError(
      'invalid_input',
      'An id is small letters, figures and hyphens, like annual-report. Nothing was added. Leave it empty to have one made.',
    )
  }
  if (taken(typed)) throw idTaken(typed)
  return typed
}

const idTaken = (id: string) =>
  new AppError('invalid_input', `\`${id}\` is taken already. Nothing was added. Choose another id.`)
