import type { SolutionProps } from '../kind-interface'
import { TypedSolution } from '../typed-solution'

export const TextSolution = ({ question, answer }: SolutionProps<'text'>) => (
  <TypedSolution
    right={question.answer}
    wrote={answer?.text ?? ''}
    accepted={[question.answer, ...question.accept]}
  />
)
