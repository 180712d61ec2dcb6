import { later } from '../../later'
import { type KindInterface, noKey } from '../kind-interface'

const field = later(async () => (await import('./field')).MapField)
const solution = later(async () => (await import('./solution')).MapSolution)
const loadOutlines = async () => (await import('./region-map')).loadRegionMap()

export const map: KindInterface<'map'> = {
  name: 'Map',
  keys: 'Tab to the list of states, Space ticks, Esc ends, Enter checks',
  announcement: 'Pick states.',
  promptAbove: ({ prompt }) => prompt,
  Field: field.Part,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: solution.Part,
  solutionSaysWhy: false,
  later: { code: [field.load, solution.load], data: [loadOutlines] },
}
