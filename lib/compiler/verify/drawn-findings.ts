import type { PictureData } from '../../course/schema/pictures-file'
import type { Citation, Entity, Fact } from '../../course/types'
import { occursIn } from './document-text'
import type { Finding } from './findings'

type Ground = {
  readonly facts: readonly Fact[]
  readonly entities: readonly Entity[]
  readonly texts: ReadonlyMap<string, string>
}

/**
 * What a picture draws must stand in the paragraphs that it cites: names of places, states and
 * organisations, figures, times, and a document's own words.
 */
export function drawnFindings(data: PictureData, ground: Ground): readonly Finding[] {
  const { facts, entities, texts } = ground
  const citesOf = (ids: readonly string[]) =>
    facts.filter(({ id }) => ids.some((one) => one === id)).flatMap(({ cites }) => cites)
  const entityWords = (id: string): readonly string[] => {
    const entity = entities.find((one) => one.id === id)
    return entity === undefined ? [] : [entity.name, ...entity.aliases, ...entity.mentions]
  }
  const placeWords = (id: string): readonly string[] => {
    const place = data.places.find((one) => one.id === id)
    return place === undefined ? [] : [place.name, ...place.words]
  }
  /** A finding when none of the words stands in any of the paragraphs. */
  const wanted = (
    path: readonly (string | number)[],
    cites: readonly Citation[],
    words: readonly string[],
  ): readonly Finding[] => {
    const where = cites.map(nameOf)
    const isThere = where.some((name) =>
      words.some((word) => occursIn(texts.get(name) ?? '', word)),
    )
    if (isThere || words.length === 0) return []
    const message = `"${words[0]}" is drawn, but does not occur in ${where.join(', ')}`
    return [{ rule: 'picture', about: { kind: 'picture', id: 'pictures', path }, message }]
  }
  return [
    ...data.exercises.flatMap((exercise, i) => {
      const cites = citesOf(exercise.facts)
      const { frame, participants, size, places, when } = exercise
      const named =
        participants === undefined
          ? []
          : 'states' in participants
            ? participants.states
            : [participants.membersOf, ...participants.except]
      return [
        ...wanted(['exercises', i, 'when'], cites, [when]),
        ...(frame === undefined
          ? []
          : wanted(['exercises', i, 'frame'], cites, entityWords(frame))),
        ...named.flatMap((id) => wanted(['exercises', i, 'participants'], cites, entityWords(id))),
        ...places.flatMap((id) => wanted(['exercises', i, 'places'], cites, placeWords(id))),
        ...(size === undefined ? [] : figuresOf(size)).flatMap((words) =>
          wanted(['exercises', i, 'size'], citesOf([size?.fact ?? '']), words),
        ),
      ]
    }),
    ...data.sites.flatMap(({ steps, places }, i) => {
      const cites = citesOf(steps.map(({ fact }) => fact))
      return places.flatMap((id) => wanted(['sites', i, 'places'], cites, placeWords(id)))
    }),
    ...data.wants.flatMap(({ aim, cites }, i) => {
      const words = data.aims.find(({ id }) => id === aim)?.words ?? []
      return cites.flatMap((cite) => wanted(['wants', i, 'cites'], [cite], words))
    }),
    ...data.readings.flatMap(({ cite, words }, i) =>
      words === undefined ? [] : wanted(['readings', i, 'words'], [cite], [words]),
    ),
  ]
}

const nameOf = ({ source, paragraph }: Citation): string => `${source}#${paragraph}`

/** Each figure that a document gives, in the ways in which it may write it. */
const figuresOf = ({ from, to, sum }: Size) =>
  (sum ?? [from, ...(to === undefined ? [] : [to])]).map((value) => [grouped(value), String(value)])

type Size = NonNullable<PictureData['exercises'][number]['size']>

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
