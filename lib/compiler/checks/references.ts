import type { Picture } from '../../course/types'
import { fileOf } from '../../kinds/files'
import type { Draft, ItemKind } from '../draft'
import type { Place } from '../fault'

/**
 * One place where a file names something by its id. `entity` is the kind that a named entity must
 * have.
 */
export type Reference = {
  readonly kind: ItemKind
  readonly id: string
  readonly place: Place
  readonly entity?: 'state' | 'organisation'
}

/** Every reference in a draft. */
export const referencesOf = (draft: Draft): readonly Reference[] => [
  ...ofCourse(draft),
  ...ofFacts(draft),
  ...ofLessons(draft),
  ...ofQuestions(draft),
  ...ofPictures(draft),
]

const ofCourse = ({ course }: Draft): readonly Reference[] =>
  course?.value.subjects.flatMap(({ topics }, i) =>
    topics.map(
      (id, j): Reference => ({ kind: 'topic', id, place: course.at(['subjects', i, 'topics', j]) }),
    ),
  ) ?? []

const ofFacts = (draft: Draft): readonly Reference[] =>
  draft.facts.flatMap(({ value, at }) => [
    ...value.cites.map(
      ({ source }, i): Reference => ({ kind: 'source', id: source, place: at(['cites', i]) }),
    ),
    ...value.contradicts.map(
      (id, i): Reference => ({ kind: 'fact', id, place: at(['contradicts', i]) }),
    ),
    ...value.changes.flatMap((change, i): Reference[] => [
      {
        kind: 'entity',
        entity: 'organisation',
        id: change.organisation,
        place: at(['changes', i, 'organisation']),
      },
      ...change.states.map(
        (id, j): Reference => ({
          kind: 'entity',
          entity: 'state',
          id,
          place: at(['changes', i, 'states', j]),
        }),
      ),
    ]),
  ])

const ofLessons = (draft: Draft): readonly Reference[] =>
  draft.lessons.flatMap((lesson): Reference[] => [
    { kind: 'module', id: lesson.value.module, place: lesson.at(['module']) },
    ...lesson.facts.map(({ id, place }): Reference => ({ kind: 'fact', id, place })),
    ...lesson.recalls.map(({ id, place }): Reference => ({ kind: 'question', id, place })),
    ...lesson.pictures.flatMap(({ value, at }): Reference[] => {
      return drawnIn(value).map((id) => ({
        kind: 'entity',
        entity: 'organisation',
        id,
        place: at(),
      }))
    }),
  ])

/** The organisations that a picture names. Whose aims it draws may be of any kind. */
function drawnIn(picture: Picture): readonly string[] {
  switch (picture.kind) {
    case 'map':
      return [picture.organisation]
    case 'timeline':
    case 'circles':
      return picture.organisations
    case 'exercises':
    case 'sites':
    case 'wants':
    case 'readings':
      return []
  }
}

const ofPictures = ({ pictures }: Draft): readonly Reference[] => {
  if (pictures === null) return []
  const { exercises, sites, wants, readings } = pictures.value
  const at = (...path: (string | number)[]) => pictures.at(path)
  return [
    ...exercises.flatMap(({ frame, participants, size, facts }, i): Reference[] => [
      ...(frame === undefined ? [] : [organisation(frame, at('exercises', i, 'frame'))]),
      ...(participants === undefined
        ? []
        : 'states' in participants
          ? participants.states.map((id) => state(id, at('exercises', i, 'participants')))
          : [
              organisation(participants.membersOf, at('exercises', i, 'participants')),
              ...participants.except.map((id) => state(id, at('exercises', i, 'participants'))),
            ]),
      ...[...facts, ...(size === undefined ? [] : [size.fact])].map((id) =>
        fact(id, at('exercises', i, 'facts')),
      ),
    ]),
    ...sites.flatMap(({ steps }, i) =>
      steps.map((step, j) => fact(step.fact, at('sites', i, 'steps', j))),
    ),
    ...wants.flatMap((want, i): Reference[] => [
      { kind: 'entity', id: want.who, place: at('wants', i, 'who') },
      fact(want.fact, at('wants', i, 'fact')),
    ]),
    ...readings.map((reading, i) => fact(reading.fact, at('readings', i, 'fact'))),
  ]
}

const fact = (id: string, place: Place): Reference => ({ kind: 'fact', id, place })
const organisation = (id: string, place: Place): Reference => ({
  kind: 'entity',
  entity: 'organisation',
  id,
  place,
})
const state = (id: string, place: Place): Reference => ({
  kind: 'entity',
  entity: 'state',
  id,
  place,
})

const ofQuestions = (draft: Draft): readonly Reference[] =>
  draft.questions.flatMap(({ value, at, topic }): Reference[] => [
    { kind: 'lesson', id: value.lesson, place: at(['lesson']) },
    ...(topic === null ? [] : [{ kind: 'topic' as const, id: topic, place: at(['topic']) }]),
    ...value.facts.map((id, i): Reference => ({ kind: 'fact', id, place: at(['facts', i]) })),
    ...value.cites.map(
      ({ source }, i): Reference => ({ kind: 'source', id: source, place: at(['cites', i]) }),
    ),
    ...value.siblings.map(
      (id, i): Reference => ({ kind: 'question', id, place: at(['siblings', i]) }),
    ),
    ...fileOf(value.kind)
      .states(value)
      .map(({ id, path }): Reference => ({ kind: 'entity', entity: 'state', id, place: at(path) })),
  ])
