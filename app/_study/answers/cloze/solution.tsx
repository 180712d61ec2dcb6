import type { SolutionProps } from '../kind-interface'
import { TypedSolution } from '../typed-solution'

export const ClozeSolution = ({ question, answer }: SolutionProps<'cloze'>) => (
  <TypedSolution
    right={question.answer}
    wrote={answer?.text ?? ''}
    accepted={[question.answer, ...question.accept]}
  />
)

/** The sentence with its answer in it. */
export const FilledGap = ({ question }: Pick<SolutionProps<'cloze'>, 'question'>) => (
  <>
    {question.before}
    <span className="border-b-2 border-good">{question.answer}</span>
    {question.after}
  </>
)
