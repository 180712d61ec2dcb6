import { type KindInterface, NOTHING_LATER } from '../kind-interface'
import { placeOfKey } from '../option-keys'
import { ChoiceField } from './field'
import { ChoiceSolution } from './solution'

export const choice: KindInterface<'choice'> = {
  name: 'Choose one',
  keys: 'a to f or 1 to 6 chooses, Space checks',
  announcement: 'Choose one.',
  promptAbove: ({ prompt }) => prompt,
  Field: ChoiceField,
  onKey(character, { options }) {
    const option = options[placeOfKey(character)]
    return option === undefined ? null : { kind: 'choice', option }
  },
  solvedPrompt: ({ prompt }) => prompt,
  Solution: ChoiceSolution,
  solutionSaysWhy: true,
  later: NOTHING_LATER,
}
