import type { LookUp } from '../course/look-up'
import { membershipSpans } from '../course/memberships'
import { earliest } from '../course/partial-date'
import type { Aspect, Fact, MembershipRole } from '../course/types'
import type { EntityId } from '../kernel/ids'
import type { AtlasChange } from './atlas'
import { topicsOfFact } from './fact-topics'
import { factsAbout, mentionsOf } from './mention-index'

/** One unbroken period of a state in one role, with the changes that began and ended it. */
export type MembershipTime = {
  readonly organisation: EntityId
  readonly role: MembershipRole
  readonly began: AtlasChange
  /** Null while it lasts. */
  readonly ended: AtlasChange | null
}

/** All periods of a state in all organisations, by their beginning. */
export function membershipTimes(
  changes: readonly AtlasChange[],
  state: EntityId,
): readonly MembershipTime[] {
  const own = changes.filter(({ states }) => states.includes(state))
  const organisations = [...new Set(own.map(({ organisation }) => organisation))]
  const times = organisations.flatMap((organisation) => {
    const here = own.filter((change) => change.organisation === organisation)
    return membershipSpans(here, organisation)
      .filter((span) => span.state === state)
      .flatMap(({ role, from, to }): readonly MembershipTime[] => {
        const began = here.find(
          (one) => one.action === 'joins' && one.role === role && one.date === from,
        )
        // A period ends by leaving, or by joining in the other role.
        const ended = here.find(
          (one) => one.date === to && (one.action === 'leaves') === (one.role === role),
        )
        return began === undefined ? [] : [{ organisation, role, began, ended: ended ?? null }]
      })
  })
  return times.sort((a, b) => (earliest(a.began.date) < earliest(b.began.date) ? -1 : 1))
}

const SECTIONS = ['exercises', 'ties', 'concerns', 'other'] as const
export type CardSection = Aspect | 'other'

/**
 * Facts that speak of the state, each once, under the aspect of the topic they are most tested in.
 * In each section first what speaks of few states besides, then what more questions test.
 */
export function stateFacts(
  look: LookUp,
  state: EntityId,
): readonly { readonly section: CardSection; readonly facts: readonly Fact[] }[] {
  const facts = [...factsAbout(look, state)].sort(
    (a, b) =>
      statesIn(look, a) - statesIn(look, b) ||
      look.questionsOfFact(b.id).length - look.questionsOfFact(a.id).length,
  )
  return SECTIONS.map((section) => ({
    section,
    facts: facts.filter((fact) => sectionOf(look, fact) === section),
  }))
}

const statesIn = (look: LookUp, fact: Fact): number =>
  mentionsOf(look, fact).filter((id) => look.entity(id)?.kind === 'state').length

/**
 * A report of a change is about membership, whatever it is tested under; what is tested under no
 * aspect but names an exercise belongs to the exercises.
 */
function sectionOf(look: LookUp, fact: Fact): CardSection {
  if (fact.changes.length > 0) return 'other'
  const aspects = topicsOfFact(look, fact).map((topic) => look.topic(topic)?.aspect ?? null)
  const aspect = aspects.find((one) => one !== null)
  if (aspect !== undefined && aspect !== null) return aspect
  const namesExercise = mentionsOf(look, fact).some((id) => look.entity(id)?.kind === 'exercise')
  return namesExercise ? 'exercises' : 'other'
}
