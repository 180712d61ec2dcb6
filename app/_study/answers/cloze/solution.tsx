import type { SolutionProps } from '../kind-interface'
import { TypedSolution } from '../typed-solution'

export const ClozeSolution = ({ question, answer }: SolutionProps<'cloze'>) => (
  <TypedSolution
    right={question.answer}
    wrote={answer?.text ?? ''}
    accepted={[question.answer, ...question.accept]}
  />
)
