import type { PartialDate } from '../../course/partial-date'
import { type ExercisesView, exercisesView } from '../../course/pictures/exercises'
import { type ReadingsView, readingsView } from '../../course/pictures/readings'
import { type SitesView, siteDates, sitesView } from '../../course/pictures/sites'
import { type WantsView, wantsView } from '../../course/pictures/wants'
import type { Catalogue } from '../../course/types'
import type { AtlasChoices } from '../atlas'

/** Exercises, bases and pipelines on maps. */
export type RegionView = {
  readonly choices: Pick<AtlasChoices, 'first' | 'last' | 'date'>
  readonly sites: SitesView
  /** The dates at which the map of bases and pipelines changes. */
  readonly changes: readonly { readonly date: PartialDate }[]
  readonly exercises: ExercisesView
}

export function regionView(
  catalogue: Catalogue,
  choices: AtlasChoices,
  date: PartialDate,
): RegionView {
  const { first, last } = choices
  return {
    choices: { first, last, date: choices.date },
    sites: sitesView(catalogue, date),
    changes: siteDates(catalogue).map((at) => ({ date: at })),
    exercises: exercisesView(catalogue),
  }
}

/** Who wants what, and what the documents say of one event. */
export type AimsView = {
  /** The groups side by side first, then each state by itself. */
  readonly wants: readonly WantsView[]
  readonly readings: readonly ReadingsView[]
}

export function aimsView(catalogue: Catalogue): AimsView {
  const { pictures, entities } = catalogue
  const having = entities.filter(({ id }) => pictures?.wants.some(({ who }) => who === id))
  const groups = having.filter(({ kind }) => kind === 'group').map(({ id }) => id)
  const others = having.filter(({ kind }) => kind !== 'group').map(({ id }) => [id])
  const lists = groups.length === 0 ? others : [groups, ...others]
  return {
    wants: lists.map((who) => wantsView(catalogue, who)),
    readings: (pictures?.events ?? []).map(({ id }) => readingsView(catalogue, id)),
  }
}
