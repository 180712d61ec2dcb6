import { namesOf, wholePart } from '../../course/courses'
import type { Catalogue, Entity } from '../../course/types'
import { compare } from '../fault'
import { withHash } from './canonical'

/**
 * Several courses as one catalogue. One alone is what it was, and has the hash that it had before an
 * installation could have several.
 */
export function joinCourses(catalogues: readonly Catalogue[]): Catalogue | null {
  const [first, ...others] = catalogues
  if (first === undefined || others.length === 0) return first ?? null
  const all = <T>(of: (catalogue: Catalogue) => readonly T[]): readonly T[] =>
    catalogues.flatMap(of)
  const parts = catalogues.map(wholePart)
  const pictures = catalogues.flatMap((one) => one.pictures ?? [])
  const images = all((one) => one.images ?? [])
  return withHash({
    course: {
      ...namesOf(parts),
      modules: all(({ course }) => course.modules),
      topics: all(({ course }) => course.topics),
      subjects: all(({ course }) => course.subjects),
      retired: all(({ course }) => course.retired),
    },
    courses: parts,
    sources: [...all(({ sources }) => sources)].sort(
      (a, b) => compare(a.date, b.date) || compare(a.id, b.id),
    ),
    entities: joinEntities(all(({ entities }) => entities)),
    facts: all(({ facts }) => facts),
    lessons: all(({ lessons }) => lessons),
    questions: all(({ questions }) => questions),
    ...(pictures.length === 0
      ? {}
      : {
          pictures: {
            places: once(pictures.flatMap(({ places }) => places)),
            exercises: pictures.flatMap(({ exercises }) => exercises),
            sites: pictures.flatMap(({ sites }) => sites),
            aims: once(pictures.flatMap(({ aims }) => aims)),
            wants: pictures.flatMap(({ wants }) => wants),
            events: once(pictures.flatMap(({ events }) => events)),
            readings: pictures.flatMap(({ readings }) => readings),
          },
        }),
    ...(images.length === 0 ? {} : { images }),
  })
}

/** An entity of two courses is one, with every name that either of them knows. */
function joinEntities(entities: readonly Entity[]): readonly Entity[] {
  const joined = new Map<string, Entity>()
  for (const entity of entities) {
    const other = joined.get(entity.id)
    joined.set(
      entity.id,
      other === undefined
        ? entity
        : {
            ...other,
            aliases: [...new Set([...other.aliases, ...entity.aliases])],
            mentions: [...new Set([...other.mentions, ...entity.mentions])],
          },
    )
  }
  return [...joined.values()]
}

/** What two courses both have is the same, which the check of clashes has seen to. */
const once = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
