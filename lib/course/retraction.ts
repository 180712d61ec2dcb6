import type { FactId, SourceId } from '../kernel/ids'
import { lookUp } from './look-up'
import { stands } from './support'
import type { Catalogue, Fact, Lesson, Question, Source } from './types'

export type Withdrawn =
  | { readonly kind: 'source'; readonly id: SourceId }
  | { readonly kind: 'fact'; readonly id: FactId }

export type Retraction = {
  /** Facts that nothing carries any more once it is withdrawn. */
  readonly falling: readonly Fact[]
  /** Facts that cite it, and another document too. */
  readonly standing: readonly Fact[]
  /** Questions of which no fact is left. */
  readonly alone: readonly Question[]
  /** Questions that rest on something else too, with those of their facts that fall. */
  readonly supported: readonly {
    readonly question: Question
    readonly falling: readonly FactId[]
  }[]
  /** Lessons that teach one of the facts. */
  readonly lessons: readonly Lesson[]
  /** What is drawn from one of the facts, in words. */
  readonly pictures: readonly string[]
}

/**
 * Everything that rests on a source or a fact, for whoever thinks of withdrawing it. What was withdrawn
 * before carries nothing. Lists are in course order. Null for an id that the course does not have.
 */
export function retractionOf(catalogue: Catalogue, withdrawn: Withdrawn): Retraction | null {
  const look = lookUp(catalogue)
  const known = withdrawn.kind === 'source' ? look.source(withdrawn.id) : look.fact(withdrawn.id)
  if (known === undefined) return null

  const isGone = (id: SourceId) => withdrawn.kind === 'source' && withdrawn.id === id
  const left = (id: SourceId): Source | undefined => (isGone(id) ? undefined : look.source(id))
  const standsAfter = (fact: Fact) =>
    !(withdrawn.kind === 'fact' && withdrawn.id === fact.id) && stands(fact, left)
  const touched = catalogue.facts.filter((fact) =>
    withdrawn.kind === 'fact'
      ? fact.id === withdrawn.id
      : fact.cites.some(({ source }) => isGone(source)),
  )
  const touchedIds = new Set(touched.map(({ id }) => id))
  const standing = new Set(catalogue.facts.filter(standsAfter).map(({ id }) => id))
  const falling = touched.filter(({ id }) => !standing.has(id))

  const questions = catalogue.questions.filter(
    ({ facts, cites }) =>
      facts.some((id) => touchedIds.has(id)) || cites.some(({ source }) => isGone(source)),
  )
  const isAlone = (question: Question) => !question.facts.some((id) => standing.has(id))
  return {
    falling,
    standing: touched.filter(({ id }) => standing.has(id)),
    alone: questions.filter(isAlone),
    supported: questions
      .filter((question) => !isAlone(question))
      .map((question) => ({ question, falling: question.facts.filter((id) => !standing.has(id)) })),
    lessons: catalogue.lessons.filter(({ facts }) => facts.some((id) => touchedIds.has(id))),
    pictures: drawnFrom(catalogue, touched, look.nameOf),
  }
}

function drawnFrom(
  { pictures }: Catalogue,
  facts: readonly Fact[],
  nameOf: ReturnType<typeof lookUp>['nameOf'],
): readonly string[] {
  const ids = new Set(facts.map(({ id }) => id))
  const memberships = facts.flatMap(({ changes }) =>
    changes.map(({ organisation }) => `memberships of ${nameOf(organisation)}`),
  )
  const { exercises = [], sites = [], wants = [], readings = [], events = [] } = pictures ?? {}
  const eventName = (id: string) => events.find((event) => event.id === id)?.name ?? id
  return [
    ...new Set([
      ...memberships,
      ...exercises
        .filter(({ facts: own, size }) =>
          [...own, ...(size ? [size.fact] : [])].some((id) => ids.has(id)),
        )
        .map(({ name }) => `the exercise ${name}`),
      ...sites
        .filter(({ steps }) => steps.some(({ fact }) => ids.has(fact)))
        .map(({ name }) => `the site ${name}`),
      ...wants.filter(({ fact }) => ids.has(fact)).map(({ who }) => `the aims of ${nameOf(who)}`),
      ...readings
        .filter(({ fact }) => ids.has(fact))
        .map(({ event }) => `the readings of ${eventName(event)}`),
    ]),
  ]
}
