import 'server-only'
import type { CourseFiles } from '../../authoring/apply-changes'
import type { CourseDraft } from '../../authoring/draft'
import type { FieldSpec } from '../../authoring/forms/field-spec'
import { type FormValues, fieldsOf } from '../../authoring/forms/form-values'
import { asksOther, type Told, withRevision } from '../../authoring/raise-revision'
import { courseFileBeside, isId, newId, specsOf, type Thing } from '../../authoring/thing'
import { readTarget, writeTargets } from '../../compiler/edit/edit-file'
import type { Fields, Target } from '../../compiler/edit/target'
import { courseOf } from '../../compiler/library/library-files'
import type { Question } from '../../course/types'
import { AppError } from '../../kernel/app-error'
import { asQuestionId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import type { QuestionKind } from '../../kinds/types'
import { newPlace, placeIn, type Workspace, type Write } from './draft-of'
import { imageWrites } from './image-writes'

/** What a form sends of one thing. */
export type Written = {
  readonly thing: Thing
  /** Null for a thing that is written for the first time. */
  readonly id: string | null
  /** Of a question. */
  readonly kind: QuestionKind | null
  readonly form: FormValues
  /** The thing as it was when the form was opened; null for a new one. */
  readonly loaded: Fields | null
  readonly told: Told
  /** Of an image: the file that was chosen for it, as `addImage` names it. */
  readonly content?: string | null
}

/** One thing as it is to be, and where it stands. */
export type Placed = {
  readonly target: Target
  readonly fields: Fields
  readonly specs: readonly FieldSpec[]
  readonly kind: QuestionKind | null
  readonly isNew: boolean
  /** What goes with it, such as the file of an image. */
  readonly beside: readonly Write[]
}

/** The inputs for a thing. A published lesson stays in its module. */
export const specsFor = (
  thing: Thing,
  kind: QuestionKind | null,
  isPublished: boolean,
): readonly FieldSpec[] =>
  specsOf(thing, kind).filter(
    ({ name }) => !(thing === 'lessons' && isPublished && name === 'module'),
  )

/** Where a form belongs, and what it says. Throws not_found, invalid_input. */
export function placedThing(
  work: Workspace,
  draft: CourseDraft,
  written: Written,
  alsoTaken: (id: string) => boolean = () => false,
): Placed {
  const { thing, id, kind, form } = written
  const known = id === null ? null : placeIn(work, draft, thing, id)
  if (id !== null && known === null) {
    throw new AppError('not_found', `There is no ${id} in this draft. Nothing was saved.`)
  }
  const isPublished = id !== null && work.published.pathOf(thing, id, draft.courseId) !== null
  const specs = specsFor(thing, kind, isPublished)
  const taken = (one: string) => alsoTaken(one) || placeIn(work, draft, thing, one) !== null
  const ownId = id ?? idOfNew(form, taken)
  const start: Fields = {
    id: ownId,
    ...(kind === null ? {} : { kind }),
    ...(thing === 'courses' ? { topics: [], modules: [] } : {}),
  }
  const typed = fieldsOf(specs, form, written.loaded ?? start)
  const course = known === null ? draft.courseId : courseOf(known.path)
  const { fields, beside } =
    thing === 'images' ? imageWrites(work, course, typed, written) : { fields: typed, beside: [] }
  // A thing of this draft that moves to another module or lesson is written where it belongs now.
  const target = isPublished && known ? known : newPlace(work, course, thing, ownId, fields)
  return {
    target: keptPlace(thing, known, target),
    fields,
    specs,
    kind,
    isNew: id === null,
    beside,
  }
}

/** Only a lesson has to stand where its fields say. */
const keptPlace = (thing: Thing, known: Target | null, fresh: Target): Target =>
  known !== null && thing !== 'lessons' ? known : fresh

function idOfNew(form: FormValues, taken: (id: string) => boolean): string {
  const typed = form.id?.trim() ?? ''
  if (typed === '') {
    return newId(wordsIn(form), taken)
  }
  if (isId(typed) && !taken(typed)) return typed
  throw new AppError(
    'invalid_input',
    isId(typed)
      ? `\`${typed}\` is taken already. Nothing was saved. Choose another id, or leave it empty.`
      : 'An id is small letters, figures and hyphens, like csto-founded. Nothing was saved. Leave it empty to have one made.',
  )
}

/** What a new thing is called after. A want and a reading have no name of their own. */
const wordsIn = (form: FormValues): string =>
  form.prompt ??
  form.text ??
  form.statement ??
  form.title ??
  form.name ??
  [form.who, form.aim, form.event, form.cite, form.file?.replace(/\.[a-z]+$/i, '')]
    .filter((part) => part !== undefined)
    .join(' ')

/** Of a question that is published: what it asked and answered then. */
export type PublishedQuestion = {
  readonly fields: Fields
  readonly question: Question
  readonly answer: string
}

export function publishedQuestion(work: Workspace, target: Target): PublishedQuestion | null {
  const { files, look } = work.published
  if (target.list !== 'questions') return null
  const question = look.question(asQuestionId(target.id))
  const fields = readTarget(files.get(target.path), target)
  if (question === undefined || fields === null) return null
  return { fields, question, answer: answerText(question, look.nameOf) }
}

/** The fields with the revision that the change of a published question needs. */
export function revised(work: Workspace, { target, fields }: Placed, told: Told): Fields {
  const published = publishedQuestion(work, target)
  return published === null ? fields : withRevision(published, fields, told)
}

/** Whether its author has to say how much a change matters. */
export function asksForSeverity(work: Workspace, { target, fields }: Placed): boolean {
  const published = publishedQuestion(work, target)
  return published !== null && asksOther(published.fields, fields)
}

/**
 * Everything that writing one thing changes: a new lesson is listed in its module too, and a new course has a
 * file for its entities, which it must have.
 */
export function writesOf(
  files: CourseFiles,
  { target, fields, beside }: Pick<Placed, 'target' | 'fields' | 'beside'>,
): readonly Write[] {
  const listing = target.path.endsWith('.md') ? listedIn(files, target, fields) : null
  const entities = `${courseOf(target.path)}/entities.yaml`
  const isNewCourse = target.path === courseFileBeside(target) && !files.has(entities)
  return [
    [target, fields],
    ...beside,
    ...(listing === null ? [] : [listing]),
    ...(isNewCourse
      ? [[{ path: entities, list: null, id: 'entities' }, { states: [] }] as const]
      : []),
  ]
}

function listedIn(files: CourseFiles, lesson: Target, fields: Fields) {
  const { id } = lesson
  const target = {
    path: courseFileBeside(lesson),
    list: 'modules',
    id: String(fields.module ?? ''),
  }
  const module = readTarget(files.get(target.path), target)
  const lessons: readonly unknown[] = Array.isArray(module?.lessons) ? module.lessons : []
  if (module === null || lessons.includes(id)) return null
  return [target, { ...module, lessons: [...lessons, id] }] as const
}

/** The files with these things in them. Throws invalid_input. */
export const withWrites = (
  { files, images }: Pick<Workspace, 'files' | 'images'>,
  writes: readonly Write[],
): CourseFiles =>
  writeTargets(
    files,
    writes.map(([target, fields]) => ({ ...target, fields })),
    ({ fields }) => fields,
    images,
  )
