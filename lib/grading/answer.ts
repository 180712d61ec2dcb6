import type { EntityId } from '../kernel/ids'

/** What a learner gave, by question kind. Flash has none: it is graded by the learner alone. */
export type Answer =
  | { readonly kind: 'flash' }
  | { readonly kind: 'cloze' | 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'multi'; readonly options: readonly string[] }
  | { readonly kind: 'order'; readonly items: readonly string[] }
  | { readonly kind: 'match'; readonly pairs: readonly { left: string; right: string }[] }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'map'; readonly states: readonly EntityId[] }
