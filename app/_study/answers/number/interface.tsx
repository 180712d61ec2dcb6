import { later } from '../../later'
import { type KindInterface, noKey } from '../kind-interface'
import { NumberField } from './field'

const solution = later(async () => (await import('./solution')).NumberSolution)

export const number: KindInterface<'number'> = {
  name: 'Number',
  keys: 'type, Enter checks; units and separators are optional',
  announcement: 'Type a number.',
  promptAbove: ({ prompt }) => prompt,
  Field: NumberField,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: solution.Part,
  solutionSaysWhy: false,
  later: { code: [solution.load], data: [] },
}
