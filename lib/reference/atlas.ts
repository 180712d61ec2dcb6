import type { LookUp } from '../course/look-up'
import { inOrder } from '../course/memberships'
import { latest, type PartialDate } from '../course/partial-date'
import type { Catalogue, Entity, Fact, MembershipChange } from '../course/types'
import type { EntityId, FactId } from '../kernel/ids'
import { topicsOfFact } from './fact-topics'
import { mentionsOf } from './mention-index'
import { dateOfMonth, firstMonth, lastMonth, type Month } from './month'

/** A change with the fact that reports it. */
export type AtlasChange = MembershipChange & { readonly fact: FactId }

/** All changes of a course in the order in which they took effect, each with its fact. */
export const atlasChanges = (facts: readonly Fact[]): readonly AtlasChange[] =>
  inOrder(facts.flatMap(({ id, changes }) => changes.map((change) => ({ ...change, fact: id }))))

/** What the atlas can show, and so what a query may name. */
export type AtlasChoices = {
  readonly organisations: readonly { readonly id: EntityId; readonly name: string }[]
  readonly states: readonly { readonly id: EntityId; readonly name: string }[]
  /** First and last month of the slider: whole years, from the first change to the newest document. */
  readonly first: PartialDate
  readonly last: PartialDate
  /** What is shown first: the organisation that changed last, in the last month a document covers. */
  readonly organisation: EntityId
  readonly date: PartialDate
}

/** Null for a course without a membership. */
export function atlasChoices(catalogue: Catalogue): AtlasChoices | null {
  const changes = atlasChanges(catalogue.facts)
  const oldest = changes[0]
  const newest = changes.at(-1)
  if (oldest === undefined || newest === undefined) return null
  const dates = [newest.date, ...catalogue.sources.map(({ date }) => date)]
  const end = dates.reduce((a, b) => (latest(a) >= latest(b) ? a : b))
  const changed = new Set(changes.map(({ organisation }) => organisation))
  return {
    organisations: named(catalogue.entities.filter(({ id }) => changed.has(id))),
    states: named(catalogue.entities.filter(({ kind }) => kind === 'state')),
    first: dateOfMonth(firstMonth(oldest.date) - (firstMonth(oldest.date) % 12)),
    last: dateOfMonth(lastMonth(end) - (lastMonth(end) % 12) + 11),
    organisation: newest.organisation,
    date: dateOfMonth(lastMonth(end)),
  }
}

const named = (entities: readonly Entity[]) => entities.map(({ id, name }) => ({ id, name }))

/** The nearest changes before and after a month; those of the month itself are neither. */
export function changesBeside<C extends MembershipChange>(changes: readonly C[], month: Month) {
  const ordered = inOrder(changes)
  return {
    previous: ordered.filter(({ date }) => firstMonth(date) < month).at(-1) ?? null,
    next: ordered.find(({ date }) => firstMonth(date) > month) ?? null,
  }
}

/**
 * Facts on who belongs to the organisation that a document contradicts or that are unsure, besides
 * those that report a change: they name it and a state, and are tested under the changes' topic.
 * Of two that contradict only each other the first is given, since it names the second.
 */
export function disputesAbout(look: LookUp, organisation: EntityId): readonly Fact[] {
  const { facts } = look.catalogue
  const reports = facts.filter(({ changes }) => changes.length > 0)
  const topics = new Set(reports.map((fact) => topicsOfFact(look, fact)[0]))
  const isState = (id: EntityId) => look.entity(id)?.kind === 'state'
  const disputes = facts.filter((fact) => {
    if (fact.changes.length > 0) return false
    if (fact.contradicts.length === 0 && fact.confidence !== 'uncertain') return false
    const mentions = mentionsOf(look, fact)
    const topic = topicsOfFact(look, fact)[0]
    return (
      topic !== undefined &&
      topics.has(topic) &&
      mentions.includes(organisation) &&
      mentions.some(isState)
    )
  })
  const shown: Fact[] = []
  for (const fact of disputes) {
    const named = fact.contradicts.filter((id) =>
      shown.some((other) => other.id === id && other.contradicts.includes(fact.id)),
    )
    if (named.length === 0 || named.length < fact.contradicts.length) shown.push(fact)
  }
  return shown
}
