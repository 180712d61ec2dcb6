import { type KindInterface, NOTHING_LATER, noKey } from '../kind-interface'
import { TextField } from './field'
import { TextSolution } from './solution'

export const text: KindInterface<'text'> = {
  name: 'Typed answer',
  keys: 'type, Enter checks',
  announcement: 'Type the answer.',
  promptAbove: ({ prompt }) => prompt,
  Field: TextField,
  onKey: noKey,
  solvedPrompt: ({ prompt }) => prompt,
  Solution: TextSolution,
  solutionSaysWhy: false,
  later: NOTHING_LATER,
}
