import type { AskedQuestionOf } from '../course/types'
import { seededShuffle } from '../grading/seeded-shuffle'
import { kindOf } from './kinds'
import type { QuestionKind, ShownOf } from './types'

/** The same seed (the id of a session, say) always gives the same order; items to order never come solved. */
export function shuffleOptions<K extends QuestionKind>(
  question: { readonly kind: K } & AskedQuestionOf<K>,
  seed: string,
): ShownOf<K> {
  return kindOf<K>(question.kind).layOut(question, (items, column = '') =>
    seededShuffle(items, `${seed}|${question.id}|${column}`),
  )
}
