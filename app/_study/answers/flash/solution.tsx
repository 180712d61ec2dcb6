import type { SolutionProps } from '../kind-interface'
import { PlainAnswer } from '../plain-answer'

export const FlashSolution = ({ question }: SolutionProps<'flash'>) => (
  <PlainAnswer>{question.answer}</PlainAnswer>
)
