import 'server-only'
import { collisionOf } from '../../authoring/apply-changes'
import { isOpen } from '../../authoring/draft'
import type { FieldSpec, Option, Picks } from '../../authoring/forms/field-spec'
import { type FormValues, formOf } from '../../authoring/forms/form-values'
import { type Told, toldOf } from '../../authoring/raise-revision'
import { THING_NAMES, type Thing } from '../../authoring/thing'
import { BODY, CONTENT, type Fields } from '../../compiler/edit/target'
import { courseOf } from '../../compiler/library/library-files'
import { AppError } from '../../kernel/app-error'
import type { QuestionKind } from '../../kinds/types'
import type { InstructorScope } from '../scope'
import {
  draftOf,
  fieldsIn,
  isChanged,
  placeIn,
  publishedFields,
  type Workspace,
  workspaceOf,
} from './draft-of'
import { draftIn, readFiles } from './examined'
import { imageFile } from './image-writes'
import { kindIn } from './kind-in'
import { publishedFiles } from './published-files'
import { mayBeRemoved } from './remove-thing'
import { collisionsOf, type FieldCollision } from './save-thing'
import { publishedQuestion, specsFor } from './written-thing'

/** A form for one thing of a draft, filled in as the thing is now. */
export type EditorView = {
  readonly draftId: string
  readonly draftTitle: string
  readonly thing: Thing
  readonly name: string
  /** The id of the course that it is a part of. */
  readonly course: string
  /** Null for a thing that is new. */
  readonly id: string | null
  readonly kind: QuestionKind | null
  readonly specs: readonly FieldSpec[]
  readonly form: FormValues
  /** The thing as it is in the draft, and as it is published. */
  readonly loaded: Fields | null
  readonly seen: Fields | null
  readonly told: Told
  /** A published question: its revision and its answer. */
  readonly published: { readonly revision: number; readonly answer: string } | null
  /** Of an image: the name under which its file is kept now. */
  readonly content: string | null
  /** It may go from the course. */
  readonly removable: boolean
  readonly changed: boolean
  /** What the draft and the published course have both changed. */
  readonly collisions: readonly FieldCollision[]
  /** What its choices offer. Facts, paragraphs and states are looked for, because there are many. */
  readonly options: Readonly<Partial<Record<Picks, readonly Option[]>>>
}

type Input = {
  readonly draftId: string
  readonly thing: Thing
  /** Null for a new one. */
  readonly id: string | null
  /** Of a new question. */
  readonly kind: QuestionKind | null
  /** What a new thing begins with. */
  readonly begin: FormValues
}

/** Throws not_found, not_allowed, course_not_published. */
export async function loadEditor(_: InstructorScope, input: Input): Promise<EditorView> {
  const { thing, id } = input
  const [published, draft] = await Promise.all([publishedFiles(), draftOf(input.draftId)])
  if (!isOpen(draft)) {
    throw new AppError('not_found', 'This draft is published or withdrawn. Start a new one.')
  }
  const work = workspaceOf(published, draft)
  const target = id === null ? null : placeIn(work, draft, thing, id)
  const loaded = target === null ? null : fieldsIn(work, target)
  if (id !== null && (target === null || loaded === null)) {
    throw new AppError('not_found', `There is no ${THING_NAMES[thing]} ${id} in this draft.`)
  }
  const seen = target === null ? null : publishedFields(work, target)
  const course = target === null ? draft.courseId : courseOf(target.path)
  const kind = thing === 'questions' ? (kindIn(loaded) ?? input.kind ?? 'flash') : null
  const specs = specsFor(thing, kind, seen !== null)
  const collision = target === null ? null : collisionOf(work.collided, target)
  const question = target === null ? null : publishedQuestion(work, target)
  return {
    draftId: draft.id,
    draftTitle: draft.title,
    thing,
    name: THING_NAMES[thing],
    id,
    kind,
    specs,
    form: { ...formOf(specs, loaded ?? { [BODY]: '' }), ...(loaded === null ? input.begin : {}) },
    loaded,
    seen,
    told: toldOf(question?.question ?? null, loaded ?? {}),
    published:
      question === null ? null : { revision: question.question.revision, answer: question.answer },
    changed: target !== null && isChanged(draft, target),
    content: thing === 'images' ? contentOf(work, course, loaded) : null,
    removable: seen !== null && mayBeRemoved(thing),
    collisions:
      collision?.merged.kind === 'collided' ? collisionsOf(specs, collision.merged.collisions) : [],
    course,
    options: optionsIn(work, course),
  }
}

function contentOf(work: Workspace, course: string, image: Fields | null): string | null {
  const content = fieldsIn(work, imageFile(course, String(image?.file)))?.[CONTENT]
  return typeof content === 'string' ? content : null
}

function optionsIn({ files }: Workspace, course: string): EditorView['options'] {
  const draft = draftIn(readFiles(files), course)
  if (draft === undefined) return {}
  const option = (value: string, label: string): Option => ({ value, label })
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => option(id, name)
  const entities = draft.entities.map(({ value }) => value)
  return {
    lessons: draft.lessons.map(({ value }) => option(value.id, value.title)),
    modules: draft.course?.value.modules.map(({ id, title }) => option(id, title)) ?? [],
    topics: draft.course?.value.topics.map(({ id, title }) => option(id, title)) ?? [],
    organisations: entities.filter(({ kind }) => kind === 'organisation').map(named),
    entities: entities.map(named),
    images: draft.images.map(({ value }) => option(value.id, value.alt)),
    aims: draft.pictures?.value.aims.map(named) ?? [],
    events: draft.pictures?.value.events.map(named) ?? [],
  }
}
