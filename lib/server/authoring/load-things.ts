import 'server-only'
import { isOpen } from '../../authoring/draft'
import { newPath, THING_NAMES, type Thing, targetOf } from '../../authoring/thing'
import type { Draft } from '../../compiler/draft'
import { readTarget } from '../../compiler/edit/edit-file'
import type { Fields } from '../../compiler/edit/target'
import { entriesOf } from '../../compiler/edit/yaml-list'
import { courseOf, withinCourse } from '../../compiler/library/library-files'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'
import { draftOf, workspaceOf } from './draft-of'
import { draftIn, readFiles } from './examined'
import { publishedFiles } from './published-files'

/** Everything of one sort in the course of a draft, to be opened. */
export type ThingsView = {
  readonly draftId: string
  readonly draftTitle: string
  readonly name: string
  readonly things: readonly { readonly id: string; readonly words: string }[]
}

/** `of`: only facts that say who joined or left. Throws not_found, course_not_published. */
export async function loadThings(
  _: InstructorScope,
  input: { readonly draftId: string; readonly thing: Thing; readonly of: 'membership' | null },
): Promise<ThingsView> {
  const { draftId, thing, of } = input
  const draft = await draftOf(draftId)
  if (!isOpen(draft)) {
    throw new AppError('not_found', 'This draft is published or withdrawn. Start a new one.')
  }
  const { files } = workspaceOf(await publishedFiles(), draft)
  const nameOf = namesIn(draftIn(readFiles(files), draft.courseId))
  const all = [...files].flatMap(([path, text]) =>
    courseOf(path) === draft.courseId ? thingsIn(thing, path, text) : [],
  )
  return {
    draftId,
    draftTitle: draft.title,
    name: THING_NAMES[thing],
    things: all
      .filter(({ fields }) => of === null || fields.changes !== undefined)
      .map(({ id, fields }) => ({ id, words: wordsOf(fields, nameOf) })),
  }
}

function thingsIn(
  thing: Thing,
  path: string,
  text: string,
): readonly { readonly id: string; readonly fields: Fields }[] {
  const { list } = targetOf(thing, '', path)
  const isHere =
    list === 'questions' || list === 'facts'
      ? withinCourse(path).startsWith(`${list}/`)
      : thing === 'lessons' || thing === 'sources'
        ? withinCourse(path).startsWith(`${thing}/`)
        : path === newPath(courseOf(path), thing, courseOf(path), {}, () => null)
  if (!isHere) return []
  if (list !== null) return entriesOf(text, list) ?? []
  const fields = readTarget(text, { path, list, id: '' })
  return typeof fields?.id === 'string' ? [{ id: fields.id, fields }] : []
}

type NameOf = (id: string) => string

/** What is known by an id that a want or a reading names. */
function namesIn(draft: Draft | undefined): NameOf {
  const names = new Map<string, string>([
    ...(draft?.facts.map(({ value }) => [value.id, value.statement] as const) ?? []),
    ...(draft?.pictures?.value.events.map(({ id, name }) => [id, name] as const) ?? []),
    ...(draft?.pictures?.value.aims.map(({ id, name }) => [id, name] as const) ?? []),
    ...(draft?.entities.map(({ value }) => [value.id, value.name] as const) ?? []),
  ])
  return (id) => names.get(id) ?? id
}

/** What somebody knows a thing by. */
function wordsOf(fields: Fields, nameOf: NameOf): string {
  const { name, title, statement, prompt, text, alt, who, aim, event, fact } = fields
  const said = [name, title, statement, prompt, text, alt].find((one) => typeof one === 'string')
  return typeof said === 'string'
    ? said
    : [who, aim, event, fact]
        .flatMap((part) => (typeof part === 'string' ? [nameOf(part)] : []))
        .join(' · ')
}
