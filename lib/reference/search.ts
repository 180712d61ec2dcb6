import MiniSearch, { type SearchResult } from 'minisearch'
import type { LookUp } from '../course/look-up'
import { normalForm } from '../course/normal-form'
import type { Catalogue } from '../course/types'
import { answerText } from '../kinds/answer-text'
import { mentionedIn } from './mentions'

export type SearchKind = 'lesson' | 'fact' | 'question'

/** One result. `terms`: the indexed words (in normal form) that matched the query. */
export type SearchHit = {
  readonly kind: SearchKind
  /** The id within its kind. */
  readonly id: string
  readonly terms: readonly string[]
}

type Entry = {
  readonly key: string
  readonly title: string
  readonly text: string
  /** Every name of every entity mentioned, so that "SCO" also finds the full name. */
  readonly names: string
}

const BOOST = { title: 3, text: 1, names: 0.5 }
const indexes = new WeakMap<Catalogue, MiniSearch<Entry>>()

/**
 * Lessons, facts and questions that hold every word of the query, best first; when none does, those
 * that hold some. The last words may be beginnings, and long ones may hold a slip. Case, accents,
 * British and American spelling do not count. An empty query finds nothing.
 */
export function searchCourse(look: LookUp, query: string): readonly SearchHit[] {
  const index = indexes.get(look.catalogue) ?? indexOf(look)
  indexes.set(look.catalogue, index)
  const all = index.search(query, { combineWith: 'AND' })
  return (all.length > 0 ? all : index.search(query, { combineWith: 'OR' })).map(hitOf)
}

function indexOf(look: LookUp): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['title', 'text', 'names'],
    tokenize: (text) => normalForm(text).split(' '),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: BOOST,
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 1 : false),
    },
  })
  index.addAll(entriesOf(look))
  return index
}

function entriesOf({ catalogue, nameOf }: LookUp): readonly Entry[] {
  const { entities, lessons, facts, questions } = catalogue
  const entry = (kind: SearchKind, id: string, title: string, text: string): Entry => {
    const spokenOf = new Set(mentionedIn(entities, `${title} ${text}`))
    const names = entities
      .filter((entity) => spokenOf.has(entity.id))
      .flatMap(({ name, aliases }) => [name, ...aliases])
    return { key: `${kind} ${id}`, title, text, names: names.join(' ') }
  }
  return [
    ...lessons.map(({ id, title, question, text }) =>
      entry('lesson', id, title, `${question} ${text}`),
    ),
    ...facts.map(({ id, statement, keyTerms }) => entry('fact', id, statement, keyTerms.join(' '))),
    ...questions.map((question) =>
      entry(
        'question',
        question.id,
        question.prompt,
        `${answerText(question, nameOf)} ${question.explanation}`,
      ),
    ),
  ]
}

const KINDS: readonly SearchKind[] = ['lesson', 'fact', 'question']

function hitOf({ id: key, terms }: SearchResult): SearchHit {
  const [kind, id = ''] = String(key).split(' ')
  return { kind: KINDS.find((value) => value === kind) ?? 'fact', id, terms }
}
