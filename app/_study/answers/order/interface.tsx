import { later } from '../../later'
import { type KindInterface, noKey } from '../kind-interface'

const field = later(async () => (await import('./field')).OrderField)
const solution = later(async () => (await import('./solution')).OrderSolution)

export const order: KindInterface<'order'> = {
  name: 'Put in order',
  keys: 'Tab to an item, Alt with an arrow moves it, Esc ends, Space checks',
  announcement: 'Put in order.',
  promptAbove: ({ prompt }) => prompt,
  Field: field.Part,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: solution.Part,
  solutionSaysWhy: false,
  later: { code: [field.load, solution.load], data: [] },
}
