import { lazy } from 'react'
import { type KindInterface, noKey } from '../kind-interface'
import { OrderSolution } from './solution'

const loadField = () => import('./field')

export const order: KindInterface<'order'> = {
  name: 'Put in order',
  keys: 'Tab to an item, Alt with an arrow moves it, Esc ends, Space checks',
  announcement: 'Put in order.',
  promptAbove: ({ prompt }) => prompt,
  Field: lazy(async () => ({ default: (await loadField()).OrderField })),
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: OrderSolution,
  solutionSaysWhy: false,
  later: { code: [loadField], data: [] },
}
