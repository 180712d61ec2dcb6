import { coursesOf } from './courses'
import type { Catalogue, CoursePart } from './types'

type Owner = (id: string) => CoursePart | null

/** To which course everything of a catalogue belongs, by its id; null for what the catalogue does not have. */
export type Owners = {
  /** In their order. */
  readonly courses: readonly CoursePart[]
  /** Of a module, a lesson or a topic, whose ids differ from each other. */
  readonly part: Owner
  readonly question: Owner
  readonly fact: Owner
  readonly source: Owner
}

const known = new WeakMap<Catalogue, Owners>()

export function ownersIn(catalogue: Catalogue): Owners {
  const made = known.get(catalogue) ?? build(catalogue)
  known.set(catalogue, made)
  return made
}

function build({ lessons, questions, ...catalogue }: Catalogue): Owners {
  const courses = coursesOf({ lessons, questions, ...catalogue })
  const parts = by(courses, ({ modules, topics }) => [...modules, ...topics])
  const retired = by(courses, (course) => course.retired)
  const ownerOf = ({ id, module }: { id: string; module: string }) =>
    parts.get(module) ?? retired.get(id)
  const all = <Item extends { id: string; module: string }>(items: readonly Item[]) =>
    items.flatMap((item) => {
      const owner = ownerOf(item)
      return owner === undefined ? [] : [[item.id, owner] as const]
    })
  return {
    courses,
    part: ownerBy(new Map([...all(lessons), ...parts])),
    question: ownerBy(new Map([...retired, ...all(questions)])),
    fact: ownerBy(by(courses, (course) => course.facts)),
    source: ownerBy(by(courses, (course) => course.sources)),
  }
}

const by = (
  courses: readonly CoursePart[],
  idsOf: (course: CoursePart) => readonly string[],
): ReadonlyMap<string, CoursePart> =>
  new Map(courses.flatMap((course) => idsOf(course).map((id) => [id, course] as const)))

const ownerBy =
  (owners: ReadonlyMap<string, CoursePart>): Owner =>
  (id) =>
    owners.get(id) ?? null

/** The title of a module, a lesson or a topic, with its course in front where there are several. */
export function titledIn(catalogue: Catalogue): (id: string, title: string) => string {
  const { courses, part } = ownersIn(catalogue)
  return (id, title) => {
    const course = courses.length > 1 ? part(id) : null
    return course === null ? title : `${course.title}: ${title}`
  }
}

/** Each once, in the order of the courses. */
export const inOrder = (
  { courses }: Pick<Owners, 'courses'>,
  some: readonly (CoursePart | null)[],
): readonly CoursePart[] => courses.filter((course) => some.includes(course))
