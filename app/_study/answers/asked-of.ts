import type { AskedQuestion } from '@/lib/course/types'
import { ask } from '@/lib/kinds/ask'
import { shuffleOptions } from '@/lib/kinds/shuffle-options'
import type { Asked } from '@/lib/kinds/types'
import type { StateNames } from './state-names'

/** A question as it is asked, its options in the order of this seed. */
export const askedOf = (question: AskedQuestion, seed: string, stateNames: StateNames): Asked =>
  ask(question, shuffleOptions(question, seed), (id) => ({
    id,
    name: stateNames[id]?.name ?? id,
    isoNumeric: stateNames[id]?.isoNumeric ?? '',
  }))
