import type { QuestionOf } from '../course/types'
import { incomplete, right, wrong } from './decide'
import type { Verdict } from './verdict'

export function gradeChoice(question: QuestionOf<'choice'>, option: string): Verdict {
  if (option === question.answer) return right('Right.')
  if (!question.distractors.includes(option)) return incomplete('Choose one of the options first.')
  return wrong(`The answer is “${question.answer}”.`)
}
