import type { Fields, Target } from '../compiler/edit/target'
import { courseOf, withinCourse } from '../compiler/library/library-files'
import { ENTITY_LISTS } from '../course/schema/entities-file'
import type { QuestionKind } from '../kinds/types'
import type { FieldSpec } from './forms/field-spec'
import {
  COURSE_FIELDS,
  ENTITY_FIELDS,
  FACT_FIELDS,
  LESSON_FIELDS,
  MODULE_FIELDS,
  SOURCE_FIELDS,
  STATE_FIELDS,
  TOPIC_FIELDS,
} from './forms/other-fields'
import { questionFields } from './forms/question-fields'

/** What can be edited in the browser, by the name that it has in addresses. */
export const THINGS = [
  'questions',
  'facts',
  'lessons',
  'sources',
  'modules',
  'topics',
  'courses',
  'states',
  'organisations',
  'bodies',
  'exercises',
  'groups',
] as const
export type Thing = (typeof THINGS)[number]

export const THING_NAMES: Readonly<Record<Thing, string>> = {
  questions: 'question',
  facts: 'fact',
  lessons: 'lesson',
  sources: 'source',
  modules: 'module',
  topics: 'topic',
  courses: 'course',
  states: 'state',
  organisations: 'organisation',
  bodies: 'body',
  exercises: 'exercise',
  groups: 'group',
}

/** The things whose ids are unique within a course, and not in the installation. */
type Named = keyof typeof ENTITY_LISTS
export const isNamed = (thing: Thing): thing is Named => thing in ENTITY_LISTS

export const isThing = (name: string): name is Thing => THINGS.some((thing) => thing === name)

/** Of which sort a target is; null for what has no form, such as a question that is retired. */
export function thingOf({ path, list }: Target): Thing | null {
  if (list !== null) return isThing(list) ? list : null
  const within = withinCourse(path)
  if (within === 'course.yaml') return 'courses'
  if (within.startsWith('lessons/')) return 'lessons'
  return within.startsWith('sources/') ? 'sources' : null
}

/** `kind` is that of a question. */
export function specsOf(thing: Thing, kind: QuestionKind | null): readonly FieldSpec[] {
  switch (thing) {
    case 'questions':
      return questionFields(kind ?? 'flash')
    case 'facts':
      return FACT_FIELDS
    case 'lessons':
      return LESSON_FIELDS
    case 'sources':
      return SOURCE_FIELDS
    case 'modules':
      return MODULE_FIELDS
    case 'topics':
      return TOPIC_FIELDS
    case 'courses':
      return COURSE_FIELDS
    case 'states':
      return STATE_FIELDS
    case 'organisations':
    case 'bodies':
    case 'exercises':
    case 'groups':
      return ENTITY_FIELDS
  }
}

/** The file that says what a course consists of. */
export const courseFileOf = (course: string): string => `${course}/course.yaml`

/** The same for the course in which something else stands. */
export const courseFileBeside = ({ path }: Pick<Target, 'path'>): string =>
  courseFileOf(courseOf(path))

/** In which file a thing stands. `path`: where it stands already; null for a new one. */
export function targetOf(thing: Thing, id: string, path: string): Target {
  switch (thing) {
    case 'questions':
    case 'facts':
    case 'modules':
    case 'topics':
    case 'states':
    case 'organisations':
    case 'bodies':
    case 'exercises':
    case 'groups':
      return { path, list: thing, id }
    case 'lessons':
    case 'sources':
    case 'courses':
      return { path, list: null, id }
  }
}

/**
 * The file into which a new thing of a course goes. `moduleOf` gives the module of a lesson, where there is
 * one.
 */
export const newPath = (
  course: string,
  thing: Thing,
  id: string,
  fields: Fields,
  moduleOf: (lesson: string) => string | null,
): string =>
  thing === 'courses' ? courseFileOf(id) : `${course}/${pathWithin(thing, id, fields, moduleOf)}`

function pathWithin(
  thing: Exclude<Thing, 'courses'>,
  id: string,
  fields: Fields,
  moduleOf: (lesson: string) => string | null,
): string {
  switch (thing) {
    case 'questions':
      return `questions/${moduleOf(String(fields.lesson ?? '')) ?? 'new'}.yaml`
    case 'facts': {
      const [first] = Array.isArray(fields.cites) ? fields.cites : []
      const [source = ''] = String(first ?? '').split('#')
      return `facts/${isId(source) ? source : 'new'}.yaml`
    }
    case 'lessons': {
      const module = String(fields.module ?? '')
      return `lessons/${isId(module) ? module : 'new'}/${id}.md`
    }
    case 'sources':
      return `sources/${id}.yaml`
    case 'modules':
    case 'topics':
      return 'course.yaml'
    case 'states':
    case 'organisations':
    case 'bodies':
    case 'exercises':
    case 'groups':
      return 'entities.yaml'
  }
}

export const isId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

const LONGEST_ID = 60

/** An id from words, such as a title, that nothing else has. */
export function newId(words: string, taken: (id: string) => boolean): string {
  const parts = words
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .slice(0, 6)
  const base = parts.join('-').slice(0, LONGEST_ID).replace(/-+$/, '') || 'entry'
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken(id)) return id
  }
}
