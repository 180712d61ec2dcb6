import type { SolutionProps } from '../kind-interface'
import { MarkedOptions } from '../marked-options'

export const ChoiceSolution = ({ question, asked, answer }: SolutionProps<'choice'>) => (
  <MarkedOptions
    options={asked.options}
    right={[question.answer]}
    picked={answer === null ? [] : [answer.option]}
  />
)
