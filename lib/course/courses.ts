import type { PictureData } from './schema/pictures-file'
import type { Catalogue, CoursePart } from './types'

/** The id of a course, which is the name of its folder. */
export type CourseId = string

/** The courses of a catalogue, in their order. */
export const coursesOf = (catalogue: Catalogue): readonly CoursePart[] =>
  catalogue.courses ?? [wholePart(catalogue)]

/** A catalogue of one course, as one of several would be. */
export const wholePart = ({ course, sources, entities, facts }: Catalogue): CoursePart => ({
  id: course.id,
  title: course.title,
  summary: course.summary,
  modules: idsOf(course.modules),
  topics: idsOf(course.topics),
  subjects: idsOf(course.subjects),
  retired: idsOf(course.retired),
  sources: idsOf(sources),
  entities: idsOf(entities),
  facts: idsOf(facts),
})

/** The modules of a course, or the module itself. */
export const modulesOf = (catalogue: Catalogue, id: string): readonly string[] =>
  catalogue.courses?.find((course) => course.id === id)?.modules ?? [id]

const known = new WeakMap<Catalogue, Map<string, Catalogue>>()

/**
 * What of a catalogue belongs to these courses, as if nothing else were published; null for all of them.
 * Returns the catalogue itself when that is everything, and the same object for the same courses. Ids that
 * it does not have are left out.
 */
export function viewOf(catalogue: Catalogue, courses: readonly CourseId[] | null): Catalogue {
  const all = coursesOf(catalogue)
  const parts = courses === null ? all : all.filter(({ id }) => courses.includes(id))
  if (parts.length === all.length) return catalogue
  const key = idsOf(parts).join()
  const views = known.get(catalogue) ?? new Map<string, Catalogue>()
  known.set(catalogue, views)
  const view = views.get(key) ?? made(catalogue, parts)
  views.set(key, view)
  return view
}

function made(catalogue: Catalogue, parts: readonly CoursePart[]): Catalogue {
  const { course } = catalogue
  const modules = among(parts, (part) => part.modules)
  const retired = among(parts, (part) => part.retired)
  const facts = among(parts, (part) => part.facts)
  const entities = among(parts, (part) => part.entities)
  const sources = among(parts, (part) => part.sources)
  const lessons = catalogue.lessons.filter(({ module }) => modules.has(module))
  const questions = catalogue.questions.filter(
    ({ id, module }) => modules.has(module) || retired.has(id),
  )
  const files = new Set(
    [
      ...lessons.flatMap(({ blocks }) => blocks.map((block) => 'image' in block && block.image)),
      ...questions.map(({ image }) => image),
    ].flatMap((image) => (image ? [image.file] : [])),
  )
  const images = catalogue.images?.filter(({ file }) => files.has(file)) ?? []
  const pictures = catalogue.pictures && picturesAmong(catalogue.pictures, facts)
  return {
    course: {
      ...(parts.length === 0 ? NONE : namesOf(parts)),
      modules: course.modules.filter(within(modules)),
      topics: course.topics.filter(within(among(parts, (part) => part.topics))),
      subjects: course.subjects.filter(within(among(parts, (part) => part.subjects))),
      retired: course.retired.filter(within(retired)),
    },
    ...(parts.length === 1 ? {} : { courses: parts }),
    sources: catalogue.sources.filter(within(sources)),
    entities: catalogue.entities.filter(within(entities)),
    facts: catalogue.facts.filter(within(facts)),
    lessons,
    questions,
    ...(pictures ? { pictures } : {}),
    ...(images.length === 0 ? {} : { images }),
    hash: `${catalogue.hash}/${idsOf(parts).join('+')}`,
  }
}

/** For somebody whose courses are all gone. */
const NONE = {
  id: '',
  title: 'No course',
  summary: 'What your cohorts learn is not published any more. Ask your instructor.',
}

/** What several courses are called together. Ids have no `+`, so what this makes names no single course. */
export const namesOf = (parts: readonly Pick<CoursePart, 'id' | 'title' | 'summary'>[]) => ({
  id: parts.map(({ id }) => id).join('+'),
  title: parts.map(({ title }) => title).join(' · '),
  summary: parts.map(({ summary }) => summary).join(' '),
})

/** What rests on these facts; null when nothing does. */
function picturesAmong(pictures: PictureData, facts: ReadonlySet<string>): PictureData | null {
  const known = (ids: readonly string[]) => ids.every((id) => facts.has(id))
  const exercises = pictures.exercises.filter((one) => known(one.facts))
  const sites = pictures.sites.filter(({ steps }) => known(steps.map(({ fact }) => fact)))
  const wants = pictures.wants.filter(({ fact }) => facts.has(fact))
  const readings = pictures.readings.filter(({ fact }) => facts.has(fact))
  if ([exercises, sites, wants, readings].every(({ length }) => length === 0)) return null
  const places = new Set([...exercises, ...sites].flatMap((one) => one.places))
  const aims = new Set(wants.map(({ aim }) => aim))
  const events = new Set(readings.map(({ event }) => event))
  return {
    places: pictures.places.filter(within(places)),
    exercises,
    sites,
    aims: pictures.aims.filter(within(aims)),
    wants,
    events: pictures.events.filter(within(events)),
    readings,
  }
}

const among = (
  parts: readonly CoursePart[],
  of: (part: CoursePart) => readonly string[],
): ReadonlySet<string> => new Set(parts.flatMap(of))

const within = (ids: ReadonlySet<string>) => (one: { readonly id: string }) => ids.has(one.id)
const idsOf = <Id>(items: readonly { readonly id: Id }[]): readonly Id[] =>
  items.map(({ id }) => id)
