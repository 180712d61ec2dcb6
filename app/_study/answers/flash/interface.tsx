import { type KindInterface, NOTHING_LATER, noKey } from '../kind-interface'
import { FlashSolution } from './solution'

export const flash: KindInterface<'flash'> = {
  name: 'Recall',
  keys: 'Space shows the answer',
  announcement: 'Recall the answer, then show it.',
  promptAbove: ({ prompt }) => prompt,
  Field: null,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: FlashSolution,
  solutionSaysWhy: false,
  later: NOTHING_LATER,
}
