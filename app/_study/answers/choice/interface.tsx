import { later } from '../../later'
import type { KindInterface } from '../kind-interface'
import { placeOfKey } from '../option-keys'
import { ChoiceField } from './field'

const solution = later(async () => (await import('./solution')).ChoiceSolution)

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
  Solution: solution.Part,
  solutionSaysWhy: true,
  later: { code: [solution.load], data: [] },
}
