import type { Question } from '../course/types'
import type { EntityId } from '../kernel/ids'
import { seededShuffle } from './seeded-shuffle'

/** What a question lays out to choose from, in the order in which to show it. */
export type Shown =
  | { readonly kind: 'flash' | 'cloze' | 'text' | 'number' }
  | { readonly kind: 'choice' | 'multi'; readonly options: readonly string[] }
  | { readonly kind: 'order'; readonly items: readonly string[] }
  | {
      readonly kind: 'match'
      readonly lefts: readonly string[]
      readonly rights: readonly string[]
    }
  | { readonly kind: 'map'; readonly candidates: readonly EntityId[] }

/** The same seed (the id of a session, say) always gives the same order; items to order never come solved. */
export function shuffleOptions(question: Question, seed: string): Shown {
  const mixed = <T>(items: readonly T[], column = '') =>
    seededShuffle(items, `${seed}|${question.id}|${column}`)
  switch (question.kind) {
    case 'flash':
    case 'cloze':
    case 'text':
    case 'number':
      return { kind: question.kind }
    case 'choice':
      return { kind: 'choice', options: mixed([question.answer, ...question.distractors]) }
    case 'multi':
      return { kind: 'multi', options: mixed([...question.answers, ...question.distractors]) }
    case 'order':
      return { kind: 'order', items: unsolved(mixed(question.items), question.items) }
    case 'match':
      return {
        kind: 'match',
        lefts: mixed(
          question.pairs.map(({ left }) => left),
          'left',
        ),
        rights: mixed(
          question.pairs.map(({ right }) => right),
          'right',
        ),
      }
    case 'map':
      return { kind: 'map', candidates: mixed(question.candidates) }
  }
}

function unsolved(mixed: readonly string[], solved: readonly string[]): readonly string[] {
  const isSolved = mixed.every((item, index) => item === solved[index])
  return isSolved ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed
}
