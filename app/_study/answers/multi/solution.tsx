import type { SolutionProps } from '../kind-interface'
import { MarkedOptions } from '../marked-options'

export const MultiSolution = ({ question, asked, answer }: SolutionProps<'multi'>) => (
  <MarkedOptions options={asked.options} right={question.answers} picked={answer?.options ?? []} />
)
