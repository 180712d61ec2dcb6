import { later } from '../../later'
import { type KindInterface, noKey } from '../kind-interface'
import { TextField } from './field'

const solution = later(async () => (await import('./solution')).TextSolution)

export const text: KindInterface<'text'> = {
  name: 'Typed answer',
  keys: 'type, Enter checks',
  announcement: 'Type the answer.',
  promptAbove: ({ prompt }) => prompt,
  Field: TextField,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: solution.Part,
  solutionSaysWhy: false,
  later: { code: [solution.load], data: [] },
}
