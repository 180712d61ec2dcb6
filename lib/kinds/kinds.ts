import { choice } from './choice/kind'
import { cloze } from './cloze/kind'
import { flash } from './flash/kind'
import type { Kind } from './kind'
import { map } from './map/kind'
import { match } from './match/kind'
import { multi } from './multi/kind'
import { number } from './number/kind'
import { order } from './order/kind'
import { text } from './text/kind'
import type { QuestionKind } from './types'

const KINDS: { readonly [K in QuestionKind]: Kind<K> } = {
  flash,
  cloze,
  choice,
  multi,
  order,
  match,
  number,
  text,
  map,
}

/** In the order in which tables list them. */
export const KIND_NAMES: readonly string[] = Object.keys(KINDS)

/**
 * The kind of this name. Where the name is known only as one of several, so is the kind, and the
 * compiler cannot see that it belongs to a question at hand: it lets `kindOf(a.kind)` take `b`.
 * So ask the kind of a thing only about that same thing, and look whether an answer's kind is the
 * question's before both are handed over, as `grade` does.
 */
export function kindOf<K extends QuestionKind>(kind: K): Kind<K> {
  return KINDS[kind]
}
