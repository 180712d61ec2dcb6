import { later } from '../../later'
import { type KindInterface, noKey } from '../kind-interface'

const field = later(async () => (await import('./field')).MatchField)
const solution = later(async () => (await import('./solution')).MatchSolution)

export const match: KindInterface<'match'> = {
  name: 'Match',
  keys: 'Tab from list to list, arrows or a first letter choose, Esc ends, Space checks',
  announcement: 'Match the pairs.',
  promptAbove: ({ prompt }) => prompt,
  Field: field.Part,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: solution.Part,
  solutionSaysWhy: false,
  later: { code: [field.load, solution.load], data: [] },
}
