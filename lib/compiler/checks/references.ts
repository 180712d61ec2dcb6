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
  ...ofFacts(draft),
  ...ofLessons(draft),
  ...ofQuestions(draft),
]

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
      const shown =
        value.kind === 'map'
          ? [value.organisation]
          : value.kind === 'timeline'
            ? value.organisations
            : []
      return shown.map((id) => ({ kind: 'entity', entity: 'organisation', id, place: at() }))
    }),
  ])

const ofQuestions = (draft: Draft): readonly Reference[] =>
  draft.questions.flatMap(({ value, at, topic }): Reference[] => [
    { kind: 'lesson', id: value.lesson, place: at(['lesson']) },
    ...(topic === null ? [] : [{ kind: 'topic' as const, id: topic, place: at(['topic']) }]),
    ...value.facts.map((id, i): Reference => ({ kind: 'fact', id, place: at(['facts', i]) })),
    ...value.siblings.map(
      (id, i): Reference => ({ kind: 'question', id, place: at(['siblings', i]) }),
    ),
    ...fileOf(value.kind)
      .states(value)
      .map(({ id, path }): Reference => ({ kind: 'entity', entity: 'state', id, place: at(path) })),
  ])
