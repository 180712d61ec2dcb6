import type { AskedQuestionOf } from '../course/types'
import type { EntityId } from '../kernel/ids'
import { kindOf } from './kinds'
import type { AskedState } from './map/types'
import type { AskedOf, QuestionKind, ShownOf } from './types'

/** All that a browser may see of a question while it is asked; `shown` is what `shuffleOptions` made of it. */
export function ask<K extends QuestionKind>(
  question: { readonly kind: K } & AskedQuestionOf<K>,
  shown: ShownOf<K>,
  stateOf: (id: EntityId) => AskedState,
): AskedOf<K> {
  const asked = kindOf<K>(question.kind).ask(question, shown, stateOf)
  return question.image === undefined ? asked : { ...asked, image: question.image }
}
