import 'server-only'
import { applyChanges, type Collided, type CourseFiles } from '../../authoring/apply-changes'
import { type CourseDraft, changeOf, isOpen } from '../../authoring/draft'
import { courseFileOf, newPath, type Thing, targetOf, thingOf } from '../../authoring/thing'
import { readTarget } from '../../compiler/edit/edit-file'
import type { Fields, Target } from '../../compiler/edit/target'
import { textOf } from '../../compiler/images/image-file'
import { courseOf, withinCourse } from '../../compiler/library/library-files'
import { draftImages } from '../../db/authoring/draft-images'
import { findDraft, lockDraft } from '../../db/authoring/drafts'
import { AppError } from '../../kernel/app-error'
import { isUuid } from '../../kernel/ids'
import type { PublishedFiles } from './published-files'

/** A draft with the texts of the image files that came with it, by their names. */
export type DraftWithImages = CourseDraft & { readonly images: ReadonlyMap<string, string> }

/** Throws not_found. */
export async function draftOf(id: string): Promise<DraftWithImages> {
  const draft = isUuid(id) ? await findDraft(id) : null
  if (draft) return withImages(draft)
  throw noDraft()
}

async function withImages(draft: CourseDraft): Promise<DraftWithImages> {
  const images = isOpen(draft) ? await draftImages(draft.id) : []
  return {
    ...draft,
    images: new Map(images.map(({ file, bytes }) => [file, textOf(`images/${file}`, bytes)])),
  }
}

/**
 * An open draft, which nobody else changes meanwhile. Within `together`. Throws not_found, and not_allowed
 * for one that is done.
 */
export async function openDraft(id: string): Promise<DraftWithImages> {
  const draft = isUuid(id) ? await lockDraft(id) : null
  if (!draft) throw noDraft()
  if (isOpen(draft)) return withImages(draft)
  throw new AppError(
    'not_allowed',
    `The draft “${draft.title}” is ${draft.state === 'published' ? 'published' : 'withdrawn'} already. Nothing was changed. Start a new draft.`,
  )
}

/** Throws not_allowed when the draft is not as the person saw it. */
export function assertSeen({ revision }: CourseDraft, seen: number): void {
  if (revision === seen) return
  throw new AppError(
    'not_allowed',
    'The draft was changed since you opened this page. Nothing was done. Look at it again, then decide.',
  )
}

const noDraft = () =>
  new AppError('not_found', 'There is no such draft. Open it from the list of drafts.')

/** The course as it would be with a draft published now. */
export type Workspace = {
  readonly published: PublishedFiles
  readonly files: CourseFiles
  /** The texts of image files that a change may name. */
  readonly images: ReadonlyMap<string, string>
  readonly collided: readonly Collided[]
}

export const workspaceOf = (published: PublishedFiles, draft: DraftWithImages): Workspace => ({
  published,
  images: draft.images,
  ...applyChanges(published.files, draft.changes, draft.images),
})

/** One thing as it is to be written; null is what goes. */
export type Write = readonly [Target, Fields | null]

/** Where a thing stands that is published or new in this draft; null for what is neither. */
export function placeIn(
  { published }: Workspace,
  draft: CourseDraft,
  thing: Thing,
  id: string,
): Target | null {
  const path = published.pathOf(thing, id, draft.courseId)
  if (path !== null) return targetOf(thing, id, path)
  const target = draft.changes.find(
    (change) =>
      change.id === id &&
      change.mine !== null &&
      sameSort(targetOf(thing, id, change.path), change, thing),
  )
  return target === undefined ? null : targetOf(thing, id, target.path)
}

const sameSort = (wanted: Target, { path, list }: Target, thing: Thing): boolean =>
  wanted.path === path &&
  wanted.list === list &&
  (thing === 'courses' ? path === courseFileOf(wanted.id) : thingOf({ path, list }) === thing)

/** The place of a thing that is being written for the first time. */
export function newPlace(
  work: Workspace,
  course: string,
  thing: Thing,
  id: string,
  fields: Fields,
): Target {
  return targetOf(
    thing,
    id,
    newPath(course, thing, id, fields, (lesson) => moduleOf(work, course, lesson)),
  )
}

/** The module of a lesson, by the folder of its file. */
const moduleOf = ({ files }: Workspace, course: string, lesson: string): string | null =>
  [...files.keys()]
    .filter((path) => courseOf(path) === course)
    .map((path) => /^lessons\/([^/]+)\/([^/]+)\.md$/.exec(withinCourse(path)))
    .find((found) => found?.[2] === lesson)?.[1] ?? null

/** As the thing stands in the course with this draft. */
export const fieldsIn = ({ files }: Workspace, target: Target): Fields | null =>
  readTarget(files.get(target.path), target)

export const publishedFields = ({ published }: Workspace, target: Target): Fields | null =>
  readTarget(published.files.get(target.path), target)

export const isChanged = (draft: CourseDraft, target: Target): boolean =>
  changeOf(draft.changes, target) !== null
