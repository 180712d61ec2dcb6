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
import {
  AIM_FIELDS,
  DRAWN_EXERCISE_FIELDS,
  EVENT_FIELDS,
  IMAGE_FIELDS,
  PLACE_FIELDS,
  READING_FIELDS,
  SITE_FIELDS,
  WANT_FIELDS,
} from './forms/picture-fields'
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
  'places',
  'drawn-exercises',
  'sites',
  'aims',
  'wants',
  'events',
  'readings',
  'images',
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
  places: 'place',
  'drawn-exercises': 'drawn exercise',
  sites: 'site',
  aims: 'aim',
  wants: 'want',
  events: 'event',
  readings: 'reading',
  images: 'image',
}

/** The file of a course in which all things of a sort stand, and their list in it. */
const ONE_FILE: Partial<Record<Thing, { readonly file: string; readonly list: string }>> = {
  modules: { file: 'course.yaml', list: 'modules' },
  topics: { file: 'course.yaml', list: 'topics' },
  states: { file: 'entities.yaml', list: 'states' },
  organisations: { file: 'entities.yaml', list: 'organisations' },
  bodies: { file: 'entities.yaml', list: 'bodies' },
  exercises: { file: 'entities.yaml', list: 'exercises' },
  groups: { file: 'entities.yaml', list: 'groups' },
  places: { file: 'pictures.yaml', list: 'places' },
  'drawn-exercises': { file: 'pictures.yaml', list: 'exercises' },
  sites: { file: 'pictures.yaml', list: 'sites' },
  aims: { file: 'pictures.yaml', list: 'aims' },
  wants: { file: 'pictures.yaml', list: 'wants' },
  events: { file: 'pictures.yaml', list: 'events' },
  readings: { file: 'pictures.yaml', list: 'readings' },
  images: { file: 'images.yaml', list: 'images' },
}

/** What pictures draw, in the order of its file. */
export const DRAWN_THINGS = THINGS.filter((thing) => ONE_FILE[thing]?.file === 'pictures.yaml')

/** Whether the ids of such things are unique within a course, and not in the installation. */
export const isNamed = (thing: Thing): boolean =>
  thing in ENTITY_LISTS || thing === 'images' || DRAWN_THINGS.includes(thing)

export const isThing = (name: string): name is Thing => THINGS.some((thing) => thing === name)

/** Of which sort a target is; null for what has no form, such as a question that is retired. */
export function thingOf({ path, list }: Pick<Target, 'path' | 'list'>): Thing | null {
  const within = withinCourse(path)
  if (list !== null) {
    const one = THINGS.find(
      (thing) => ONE_FILE[thing]?.file === within && ONE_FILE[thing]?.list === list,
    )
    return one ?? (list === 'questions' || list === 'facts' ? list : null)
  }
  if (within === 'course.yaml') return 'courses'
  if (within.startsWith('lessons/')) return 'lessons'
  return within.startsWith('sources/') ? 'sources' : null
}

const FIELDS: Readonly<Record<Exclude<Thing, 'questions'>, readonly FieldSpec[]>> = {
  facts: FACT_FIELDS,
  lessons: LESSON_FIELDS,
  sources: SOURCE_FIELDS,
  modules: MODULE_FIELDS,
  topics: TOPIC_FIELDS,
  courses: COURSE_FIELDS,
  states: STATE_FIELDS,
  organisations: ENTITY_FIELDS,
  bodies: ENTITY_FIELDS,
  exercises: ENTITY_FIELDS,
  groups: ENTITY_FIELDS,
  places: PLACE_FIELDS,
  'drawn-exercises': DRAWN_EXERCISE_FIELDS,
  sites: SITE_FIELDS,
  aims: AIM_FIELDS,
  wants: WANT_FIELDS,
  events: EVENT_FIELDS,
  readings: READING_FIELDS,
  images: IMAGE_FIELDS,
}

/** `kind` is that of a question. */
export const specsOf = (thing: Thing, kind: QuestionKind | null): readonly FieldSpec[] =>
  thing === 'questions' ? questionFields(kind ?? 'flash') : FIELDS[thing]

/** The file that says what a course consists of. */
export const courseFileOf = (course: string): string => `${course}/course.yaml`

/** The same for the course in which something else stands. */
export const courseFileBeside = ({ path }: Pick<Target, 'path'>): string =>
  courseFileOf(courseOf(path))

/** Where a thing stands in its file. `path`: the file. */
export const targetOf = (thing: Thing, id: string, path: string): Target => ({
  path,
  list: ONE_FILE[thing]?.list ?? (thing === 'questions' || thing === 'facts' ? thing : null),
  id,
})

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
  thing === 'courses'
    ? courseFileOf(id)
    : `${course}/${ONE_FILE[thing]?.file ?? pathWithin(thing, id, fields, moduleOf)}`

function pathWithin(
  thing: Thing,
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
    default:
      return `sources/${id}.yaml`
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
