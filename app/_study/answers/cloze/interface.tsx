import { type KindInterface, NOTHING_LATER, noKey } from '../kind-interface'
import { ClozeField } from './field'
import { ClozeSolution, FilledGap } from './solution'

export const cloze: KindInterface<'cloze'> = {
  name: 'Gap',
  keys: 'type, Enter checks',
  announcement: 'Fill the gap.',
  promptAbove: () => null,
  Field: ClozeField,
  onKey: noKey,
  solvedPrompt: (question) => <FilledGap question={question} />,
  Solution: ClozeSolution,
  solutionSaysWhy: false,
  later: NOTHING_LATER,
}
