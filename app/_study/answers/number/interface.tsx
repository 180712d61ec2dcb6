import { type KindInterface, NOTHING_LATER, noKey } from '../kind-interface'
import { NumberField } from './field'
import { NumberSolution } from './solution'

export const number: KindInterface<'number'> = {
  name: 'Number',
  keys: 'type, Enter checks; units and separators are optional',
  announcement: 'Type a number.',
  promptAbove: ({ prompt }) => prompt,
  Field: NumberField,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: NumberSolution,
  solutionSaysWhy: false,
  later: NOTHING_LATER,
}
