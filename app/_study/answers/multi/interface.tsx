import { later } from '../../later'
import type { KindInterface } from '../kind-interface'
import { placeOfKey } from '../option-keys'
import { toggled } from '../toggled'
import { MultiField } from './field'

const solution = later(async () => (await import('./solution')).MultiSolution)

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
  Solution: solution.Part,
  solutionSaysWhy: false,
  later: { code: [solution.load], data: [] },
}
