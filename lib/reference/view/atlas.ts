import type { LookUp } from '../../course/look-up'
import type { EntityId } from '../../kernel/ids'
import { type AtlasChange, type AtlasChoices, atlasChanges, disputesAbout } from '../atlas'
import type { AtlasPlace } from '../atlas-query'
import { type CardSection, type MembershipTime, membershipTimes, stateFacts } from '../state-card'
import { type FactView, factView } from './fact-view'

/** A change as the atlas shows it, with its fact in full. */
export type AtlasChangeView = AtlasChange & { readonly view: FactView }

export type StateCardView = {
  readonly name: string
  readonly memberships: readonly (MembershipTime & {
    readonly organisationName: string
    readonly places: FactView['places']
  })[]
  readonly sections: readonly {
    readonly section: CardSection
    readonly facts: readonly FactView[]
  }[]
}

export type AtlasView = {
  readonly choices: AtlasChoices
  readonly place: AtlasPlace
  /** Changes of the chosen organisation, in order. */
  readonly changes: readonly AtlasChangeView[]
  readonly disputes: readonly FactView[]
  readonly isoNumericOf: Readonly<Record<EntityId, string>>
  readonly card: StateCardView | null
}

export function atlasView(look: LookUp, choices: AtlasChoices, place: AtlasPlace): AtlasView {
  const { catalogue } = look
  const { organisation, state } = place
  const all = atlasChanges(catalogue.facts)
  return {
    choices,
    place,
    changes: all
      .filter((change) => change.organisation === organisation)
      .flatMap((change) => {
        const fact = look.fact(change.fact)
        return fact ? [{ ...change, view: factView(look, fact, null) }] : []
      }),
    disputes: disputesAbout(look, organisation).map((fact) => factView(look, fact, null)),
    isoNumericOf: Object.fromEntries(
      catalogue.entities.flatMap(({ id, isoNumeric }) => (isoNumeric ? [[id, isoNumeric]] : [])),
    ),
    card: state === null ? null : stateCard(look, all, state),
  }
}

function stateCard(look: LookUp, changes: readonly AtlasChange[], state: EntityId): StateCardView {
  return {
    name: look.nameOf(state),
    memberships: membershipTimes(changes, state).map((time) => ({
      ...time,
      organisationName: look.nameOf(time.organisation),
      places: placesOf(look, time),
    })),
    sections: stateFacts(look, state).map(({ section, facts }) => ({
      section,
      facts: facts.map((fact) => factView(look, fact, null)),
    })),
  }
}

/** Each paragraph once: one often carries both ends. */
function placesOf(look: LookUp, { began, ended }: MembershipTime): FactView['places'] {
  const places = [began, ended].flatMap((change) => {
    const fact = change ? look.fact(change.fact) : undefined
    return fact ? factView(look, fact, null).places : []
  })
  return [...new Map(places.map((place) => [`${place.source}#${place.paragraph}`, place])).values()]
}
