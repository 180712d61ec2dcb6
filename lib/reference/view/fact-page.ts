import type { LookUp } from '../../course/look-up'
import { formatDate } from '../../course/partial-date'
import type { Fact, Source } from '../../course/types'
import type { EntityId, LessonId, QuestionId } from '../../kernel/ids'
import { mentionsOf } from '../mention-index'
import { type FactView, factView } from './fact-view'

/** A fact to look up: what it says, where it stands, what disagrees, where it is taught and tested. */
export type FactPageView = {
  readonly fact: FactView
  /** The documents it cites, each once. */
  readonly sources: readonly Source[]
  readonly contradictions: readonly FactView[]
  readonly lessons: readonly { readonly id: LessonId; readonly title: string }[]
  readonly questions: readonly { readonly id: QuestionId; readonly prompt: string }[]
  /** The states it speaks of. */
  readonly states: readonly { readonly id: EntityId; readonly name: string }[]
  /** `Uzbekistan joins: Collective Security Treaty Organisation as member, June 2006`. */
  readonly changes: readonly string[]
}

export function factPage(look: LookUp, fact: Fact): FactPageView {
  const { catalogue } = look
  const states = new Set([
    ...mentionsOf(look, fact),
    ...fact.changes.flatMap((change) => change.states),
  ])
  const cited = new Set(fact.cites.map(({ source }) => source))
  return {
    fact: factView(look, fact, null),
    sources: catalogue.sources.filter(({ id }) => cited.has(id)),
    contradictions: fact.contradicts.flatMap((id) => {
      const other = look.fact(id)
      return other ? [factView(look, other, null)] : []
    }),
    lessons: catalogue.lessons
      .filter((lesson) => lesson.facts.includes(fact.id))
      .map(({ id, title }) => ({ id, title })),
    questions: look.questionsOfFact(fact.id).map(({ id, prompt }) => ({ id, prompt })),
    states: catalogue.entities
      .filter(({ id, kind }) => kind === 'state' && states.has(id))
      .map(({ id, name }) => ({ id, name })),
    changes: fact.changes.map(({ states: who, action, role, organisation, date }) => {
      const stem = action === 'joins' ? 'join' : 'leave'
      const verb = who.length === 1 ? `${stem}s` : stem
      const body = `${look.nameOf(organisation)} as ${role}`
      return `${who.map(look.nameOf).join(', ')} ${verb}: ${body}, ${formatDate(date)}`
    }),
  }
}
