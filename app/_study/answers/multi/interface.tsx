import { type KindInterface, NOTHING_LATER } from '../kind-interface'
import { placeOfKey } from '../option-keys'
import { toggled } from '../toggled'
import { MultiField } from './field'
import { MultiSolution } from './solution'

export const multi: KindInterface<'multi'> = {
  name: 'Select all',
  keys: 'a to f or 1 to 6 ticks and unticks, Space checks',
  announcement: 'Select all that apply.',
  promptAbove: ({ prompt }) => prompt,
  Field: MultiField,
  onKey(character, asked, { options }) {
    const option = asked.options[placeOfKey(character)]
    return option === undefined ? null : { kind: 'multi', options: toggled(options, option) }
  },
  solvedPrompt: ({ prompt }) => prompt,
  Solution: MultiSolution,
  solutionSaysWhy: false,
  later: NOTHING_LATER,
}
