import { groupBy } from '../../kernel/group-by'
import { definitions } from '../checks/duplicate-ids'
import type { Draft } from '../draft'
import { type Fault, fault, type Place } from '../fault'

type Read = { readonly course: string; readonly draft: Draft }
type Definition = {
  readonly course: string
  readonly what: string
  readonly id: string
  readonly place: Place
  /** What another course may say too, as long as it says the same; null for what is one course's own. */
  readonly shared: string | null
}

/**
 * Answers, assignments and addresses name a question, a lesson or a module by its id alone, so that two
 * courses cannot have the same one. They can have the same entity, place, aim or event, if it is the same
 * in both. Each side of a clash is told, and names the other course.
 */
export function clashes(courses: readonly Read[]): readonly Fault[] {
  const byKey = groupBy(courses.flatMap(definedIn), ([key]) => key)
  return [...byKey.values()].flatMap((pairs) => {
    const all = pairs.map(([, definition]) => definition)
    return all.flatMap((own) => {
      const other = all.find(
        ({ course, shared }) => course !== own.course && differs(own.shared, shared),
      )
      return other === undefined ? [] : [clash(own, other)]
    })
  })
}

const differs = (one: string | null, other: string | null): boolean => one === null || one !== other

function clash({ what, id, place, shared }: Definition, other: Definition): Fault {
  const where = `the course \`${other.course}\`, at ${other.place.file}:${other.place.line}`
  return shared === null
    ? fault(place, 'course-clash', `${what} \`${id}\` has the id of a ${other.what} of ${where}`)
    : fault(place, 'course-clash', `${what} \`${id}\` is another one than in ${where}`)
}

/** A course, a module, a lesson and a topic are parts that an address names alike. */
const PARTS: readonly string[] = ['module', 'lesson', 'topic']

function definedIn({ course, draft }: Read): readonly (readonly [string, Definition])[] {
  const at = ({ file, line }: Place): Place => ({ file: `${course}/${file}`, line })
  const own = definitions(draft)
    .filter(({ kind }) => kind !== 'entity')
    .map(({ kind, id, place }) => {
      const space = PARTS.includes(kind) ? 'part' : kind
      return [`${space} ${id}`, { course, what: kind, id, place: at(place), shared: null }] as const
    })
  const entities = draft.entities.map(({ value, at: placeOf }) => {
    const { id, kind, name, isoNumeric } = value
    const shared = JSON.stringify([kind, name, isoNumeric])
    return [
      `entity ${id}`,
      { course, what: 'entity', id, place: at(placeOf(['id'])), shared },
    ] as const
  })
  const self = draft.course === null ? [] : ownParts(course, draft.course, at)
  return [...self, ...own, ...entities, ...drawnIn({ course, draft }, at)]
}

/** The course itself and its subjects. */
function ownParts(
  course: string,
  { value, at: placeOf }: NonNullable<Draft['course']>,
  at: (place: Place) => Place,
) {
  const part = { course, what: 'course', id: course, place: at(placeOf(['id'])), shared: null }
  const subjects = value.subjects.map(({ id }, i) => {
    const place = at(placeOf(['subjects', i]))
    return [`subject ${id}`, { course, what: 'subject', id, place, shared: null }] as const
  })
  return [[`part ${course}`, part] as const, ...subjects]
}

function drawnIn({ course, draft }: Read, at: (place: Place) => Place) {
  const { pictures } = draft
  if (pictures === null) return []
  const { places, aims, events, exercises, sites } = pictures.value
  const lists = { places, aims, events, exercises, sites }
  return Object.entries(lists).flatMap(([list, items]) =>
    items.map((item, i) => {
      const isOwn = list === 'exercises' || list === 'sites'
      const shared = isOwn ? null : JSON.stringify(item)
      const what = list.slice(0, -1)
      const place = at(pictures.at([list, i]))
      return [`${list} ${item.id}`, { course, what, id: item.id, place, shared }] as const
    }),
  )
}
