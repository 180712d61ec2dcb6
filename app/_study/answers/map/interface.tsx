import { lazy } from 'react'
import { type KindInterface, noKey } from '../kind-interface'

const loadField = () => import('./field')
const loadSolution = () => import('./solution')
const loadOutlines = async () => (await import('./region-map')).loadRegionMap()

export const map: KindInterface<'map'> = {
  name: 'Map',
  keys: 'Tab to the list of states, Space ticks, Esc ends, Enter checks',
  announcement: 'Pick states.',
  promptAbove: ({ prompt }) => prompt,
  Field: lazy(async () => ({ default: (await loadField()).MapField })),
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: lazy(async () => ({ default: (await loadSolution()).MapSolution })),
  solutionSaysWhy: false,
  later: { code: [loadField, loadSolution], data: [loadOutlines] },
}
