import 'server-only'
import { type CourseDraft, isOpen } from '../../authoring/draft'
import { CONTENT } from '../../compiler/edit/target'
import { isImagePath } from '../../compiler/images/image-file'
import { inspectImage, MOST_BYTES } from '../../compiler/images/inspect-image'
import {
  deleteUnusedDraftImages,
  draftImages,
  findDraftImage,
  insertDraftImage,
} from '../../db/authoring/draft-images'
import { together } from '../../db/connection/together'
import { findImage } from '../../db/course/course-images'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { ImageBytes } from '../../kernel/image'
import { storable } from '../../kernel/visible-text'
import type { InstructorScope } from '../scope'
import { draftOf, openDraft } from './draft-of'

export const MOST_IMAGE_BYTES = MOST_BYTES

/** What the files of one draft hold together, in bytes: they are read with it. */
const MOST_OF_DRAFT = 10_000_000
/** Somebody who chose a file may still be filling in its form. */
const HOUR = 3_600_000
const MOST_FAULTS = 5
const KEPT = 'What you typed is still here. Choose another file.'

/** A file that came with a draft, as its form names it. */
export type AddedImage = {
  /** As the author called it. */
  readonly name: string
  /** The name under which its bytes are kept. */
  readonly content: string
  readonly width: number
  readonly height: number
}

/**
 * Keeps the file of an image with a draft, until a form says what it shows. Throws not_found, not_allowed,
 * and invalid_input with what is wrong with the file.
 */
export async function addImage(
  { user }: InstructorScope,
  input: {
    readonly draftId: string
    readonly name: string
    readonly bytes: Uint8Array
    readonly now: number
  },
): Promise<AddedImage> {
  const { draftId, name, now } = input
  const { image, bytes } = inspected(name, input.bytes)
  return together(async () => {
    const draft = await openDraft(draftId)
    await deleteUnusedDraftImages(draftId, contentsIn(draft), now - HOUR)
    const others = (await draftImages(draftId)).filter(({ file }) => file !== image.file)
    const held = others.reduce((sum, other) => sum + other.bytes.length, 0)
    if (held + bytes.length > MOST_OF_DRAFT) {
      throw refused(
        `The images of one draft have at most ${MOST_OF_DRAFT} bytes together, and this file would be beyond that. Publish the draft, and go on in another one.`,
      )
    }
    await insertDraftImage(draftId, { file: image.file, bytes }, now)
    const detail = { draft: draft.id, title: draft.title, what: `a file for an image: ${name}` }
    await recordAudit({ at: now, actorId: user.id, kind: 'draft_changed', detail })
    return { name, content: image.file, width: image.width, height: image.height }
  })
}

/** The bytes as a course has them: the text of an svg file without a byte order mark, and in NFC. */
function inspected(name: string, given: Uint8Array) {
  const ending = /\.(png|jpg|jpeg|webp|svg)$/.exec(name.toLowerCase())?.[1]
  if (ending === undefined) {
    throw refused(`An image is a png, jpg, jpeg, webp or svg file. ${KEPT}`)
  }
  if (given.length === 0) throw refused(`This file is empty. ${KEPT}`)
  const bytes = ending === 'svg' ? svgBytes(given) : new Uint8Array(given)
  const { image, faults } = inspectImage({ path: `images/image.${ending}`, bytes })
  if (image !== null) return { image, bytes }
  const told = faults
    .slice(0, MOST_FAULTS)
    .map(({ line, message }) => (ending === 'svg' ? `Line ${line}: ${message}.` : `${message}.`))
    .map((text) => text.charAt(0).toUpperCase() + text.slice(1))
  const more = faults.length > MOST_FAULTS ? [`And ${faults.length - MOST_FAULTS} more.`] : []
  throw refused([...told, ...more, KEPT].join(' '))
}

function svgBytes(given: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(given)
    return new Uint8Array(Buffer.from(storable(text), 'utf8'))
  } catch {
    throw refused(`This svg file is not text in UTF-8. ${KEPT}`)
  }
}

const refused = (message: string) => new AppError('invalid_input', message)

const contentsIn = ({ changes }: CourseDraft): readonly string[] =>
  changes.flatMap(({ path, mine }) =>
    isImagePath(path) && typeof mine?.[CONTENT] === 'string' ? [mine[CONTENT]] : [],
  )

/** An image as a draft shows it: one that came with it, or one that is published. Throws not_found. */
export async function loadDraftImage(
  _: InstructorScope,
  { draftId, file }: { readonly draftId: string; readonly file: string },
): Promise<ImageBytes> {
  const draft = await draftOf(draftId)
  const own = isOpen(draft) ? await findDraftImage(draftId, file) : null
  const { image } =
    own === null ? { image: null } : inspectImage({ path: own.file, bytes: own.bytes })
  if (own !== null && image !== null) return { ...own, type: image.type }
  const published = await findImage(file)
  if (published !== null) return published
  throw new AppError('not_found', 'There is no such image in this draft.')
}
