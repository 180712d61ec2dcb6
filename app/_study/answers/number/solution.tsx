import { numberText } from '@/lib/kinds/number/number-text'
import type { SolutionProps } from '../kind-interface'
import { TypedSolution } from '../typed-solution'

/** A number is not compared letter by letter. */
export const NumberSolution = ({ question, answer }: SolutionProps<'number'>) => (
  <TypedSolution right={numberText(question)} wrote={answer?.text ?? ''} accepted={[]} />
)
