import 'server-only'
import { type CourseFiles, collisionOf } from '../../authoring/apply-changes'
import {
  type Change,
  type DraftState,
  isOpen,
  makersOf,
  reasonNotToPublish,
} from '../../authoring/draft'
import { fieldWords, valueAt } from '../../authoring/forms/form-values'
import { specsOf, THING_NAMES, type Thing, thingOf } from '../../authoring/thing'
import { sameValue } from '../../compiler/edit/same-value'
import { CONTENT, type Fields } from '../../compiler/edit/target'
import { entriesOf } from '../../compiler/edit/yaml-list'
import type { Fault } from '../../compiler/fault'
import { isImagePath } from '../../compiler/images/image-file'
import { courseOf, withinCourse } from '../../compiler/library/library-files'
import { coursesOf } from '../../course/courses'
import type { Catalogue } from '../../course/types'
import { countReviewers } from '../../db/authoring/drafts'
import { namesOf } from '../../db/people/users'
import type { InstructorScope } from '../scope'
import { draftOf, type Workspace, workspaceOf } from './draft-of'
import { examined } from './examined'
import { kindIn } from './kind-in'
import { publishedFiles } from './published-files'

/** One field before and after; a text is empty where the field is not there. */
type FieldChange = {
  readonly label: string
  readonly before: string
  readonly after: string
}

export type DraftChange = Pick<Change, 'path' | 'list' | 'id'> & {
  /** `question csto-founded`. */
  readonly name: string
  readonly how: 'new' | 'changed' | 'removed'
  readonly fields: readonly FieldChange[]
  /** What the published course has changed in it too. */
  readonly collides: boolean
  /** Of the file of an image: the names under which it is kept, before and after. */
  readonly image: { readonly before: string | null; readonly after: string | null } | null
  /** The address of its form within the draft; null where there is none. */
  readonly form: string | null
}

export type DraftView = {
  readonly id: string
  readonly title: string
  readonly state: DraftState
  readonly revision: number
  readonly author: string | null
  readonly own: boolean
  readonly reviewer: string | null
  readonly comment: string | null
  readonly publishedVersion: number | null
  readonly changedAt: number
  readonly open: boolean
  readonly changes: readonly DraftChange[]
  /** What the compiler says of the course with this draft; empty for a draft that is done. */
  readonly faults: readonly Fault[]
  readonly mayWithdraw: boolean
  /** Null when this person may publish it now. */
  readonly whyNotPublish: string | null
}

/** Throws not_found, course_not_published. */
export async function loadDraft(
  { user }: InstructorScope,
  { draftId }: { readonly draftId: string },
): Promise<DraftView> {
  const [published, draft] = await Promise.all([publishedFiles(), draftOf(draftId)])
  const open = isOpen(draft)
  const work = workspaceOf(published, open ? draft : { ...draft, changes: [] })
  const [names, others] = await Promise.all([
    namesOf([draft.authorId, ...(draft.reviewerId ? [draft.reviewerId] : [])]),
    countReviewers([user.id, ...makersOf(draft)]),
  ])
  const who = { id: user.id, isAdmin: user.role === 'admin' }
  return {
    id: draft.id,
    title: draft.title,
    state: draft.state,
    revision: draft.revision,
    author: names.get(draft.authorId) ?? null,
    own: draft.authorId === user.id,
    reviewer: draft.reviewerId === null ? null : (names.get(draft.reviewerId) ?? null),
    comment: draft.comment,
    publishedVersion: draft.publishedVersion,
    changedAt: draft.changedAt,
    open,
    changes: draft.changes.map((change) => ({
      ...changeView(work, change),
      // The files of a draft that is withdrawn are not kept.
      ...(draft.state === 'withdrawn' ? { image: null } : {}),
    })),
    faults: open ? examined(work.files, published).faults : [],
    mayWithdraw: open && (draft.authorId === user.id || user.role === 'admin'),
    whyNotPublish: reasonNotToPublish(draft, who, others),
  }
}

function changeView({ published, collided, files }: Workspace, change: Change): DraftChange {
  const { path, list, id, base, mine } = change
  const thing = thingOf(change)
  return {
    path,
    list,
    id,
    name: named(
      published.catalogue,
      change,
      thing === null && list === null
        ? `the file ${withinCourse(path)}`
        : `${thing === null ? list : THING_NAMES[thing]} ${id}`,
    ),
    how: base === null ? 'new' : mine === null ? 'removed' : 'changed',
    fields: isImagePath(path) ? [] : fieldChanges(thing, base, mine),
    collides: collisionOf(collided, change) !== null,
    image: isImagePath(path) ? { before: contentOf(base), after: contentOf(mine) } : null,
    form: mine === null ? null : formFor(files, change, thing),
  }
}

const contentOf = (fields: Fields | null): string | null =>
  typeof fields?.[CONTENT] === 'string' ? fields[CONTENT] : null

/** The file of an image is chosen in the form of the image that has it. */
function formFor(files: CourseFiles, { path, id }: Change, thing: Thing | null): string | null {
  if (thing !== null) return `${thing}/${id}`
  if (!isImagePath(path)) return null
  const images = entriesOf(files.get(`${courseOf(path)}/images.yaml`) ?? '', 'images') ?? []
  const image = images.find(({ fields }) => fields.file === id)
  return image === undefined ? null : `images/${image.id}`
}

/** With its course in front, where there are several or it is the one that begins. */
function named(catalogue: Catalogue, { path }: Change, name: string): string {
  const courses = coursesOf(catalogue)
  const [only] = courses
  const id = courseOf(path)
  if (courses.length === 1 && only?.id === id) return name
  return `${courses.find((course) => course.id === id)?.title ?? id}: ${name}`
}

function fieldChanges(
  thing: Thing | null,
  base: Fields | null,
  mine: Fields | null,
): readonly FieldChange[] {
  const specs = thing === null ? [] : specsOf(thing, kindIn(mine ?? base))
  const shown = specs.map((spec) => ({
    label: spec.label,
    before: fieldWords(spec, valueAt(base ?? {}, spec.name)),
    after: fieldWords(spec, valueAt(mine ?? {}, spec.name)),
  }))
  const known = new Set(['id', 'kind', ...specs.map(({ name }) => name.split('.')[0])])
  const names = [...new Set([...Object.keys(base ?? {}), ...Object.keys(mine ?? {})])]
  const others = names
    .filter((name) => !known.has(name))
    .map((name) => ({ label: name, before: base?.[name], after: mine?.[name] }))
    .filter(({ before, after }) => !sameValue(before, after))
    .map(({ label, before, after }) => ({ label, before: wordsOf(before), after: wordsOf(after) }))
  return [...shown.filter(({ before, after }) => before !== after), ...others]
}

const wordsOf = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
