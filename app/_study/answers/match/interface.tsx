import { lazy } from 'react'
import { type KindInterface, noKey } from '../kind-interface'
import { MatchSolution } from './solution'

const loadField = () => import('./field')

export const match: KindInterface<'match'> = {
  name: 'Match',
  keys: 'Tab from list to list, arrows or a first letter choose, Esc ends, Space checks',
  announcement: 'Match the pairs.',
  promptAbove: ({ prompt }) => prompt,
  Field: lazy(async () => ({ default: (await loadField()).MatchField })),
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: MatchSolution,
  solutionSaysWhy: false,
  later: { code: [loadField], data: [] },
}
