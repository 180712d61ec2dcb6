import type { SolutionProps } from '../kind-interface'

/** The sentence with its answer in it. */
export const FilledGap = ({ question }: Pick<SolutionProps<'cloze'>, 'question'>) => (
  <>
    {question.before}
    <span className="border-b-2 border-good">{question.answer}</span>
    {question.after}
  </>
)
