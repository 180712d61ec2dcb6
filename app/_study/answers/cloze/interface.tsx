import { later } from '../../later'
import { type KindInterface, noKey } from '../kind-interface'
import { ClozeField } from './field'
import { FilledGap } from './filled-gap'

const solution = later(async () => (await import('./solution')).ClozeSolution)

export const cloze: KindInterface<'cloze'> = {
  name: 'Gap',
  keys: 'type, Enter checks',
  announcement: 'Fill the gap.',
  promptAbove: () => null,
  Field: ClozeField,
  onKey: noKey,
  solvedPrompt: (question) => <FilledGap question={question} />,
  Solution: solution.Part,
  solutionSaysWhy: false,
  later: { code: [solution.load], data: [] },
}
