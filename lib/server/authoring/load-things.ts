import 'server-only'
import { newPath, THING_NAMES, type Thing, targetOf } from '../../authoring/thing'
import { readTarget } from '../../compiler/edit/edit-file'
import type { Fields } from '../../compiler/edit/target'
import { entriesOf } from '../../compiler/edit/yaml-list'
import { courseOf, withinCourse } from '../../compiler/library/library-files'
import type { InstructorScope } from '../scope'
import { draftOf, workspaceOf } from './draft-of'
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
  const { files } = workspaceOf(await publishedFiles(), draft)
  const all = [...files].flatMap(([path, text]) =>
    courseOf(path) === draft.courseId ? thingsIn(thing, path, text) : [],
  )
  return {
    draftId,
    draftTitle: draft.title,
    name: THING_NAMES[thing],
    things: all
      .filter(({ fields }) => of === null || fields.changes !== undefined)
      .map(({ id, fields }) => ({ id, words: wordsOf(fields) })),
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

/** What somebody knows a thing by. */
function wordsOf(fields: Fields): string {
  const { name, title, statement, prompt, text, alt, who, aim, fact, cite } = fields
  const said = [name, title, statement, prompt, text, alt].find((one) => typeof one === 'string')
  return typeof said === 'string'
    ? said
    : [who, aim, fact, cite].filter((part) => typeof part === 'string').join(' · ')
}
