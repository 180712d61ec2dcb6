import type { RegradeChoice } from '@/lib/exam/regrade'

export const CHOICE_WORDS: Readonly<Record<RegradeChoice, string>> = {
  both: 'Accept both answers',
  new: 'Count the new answer',
  point: 'Give everybody the point',
  'leave-out': 'Leave the question out',
  'as-asked': 'Count it as it was asked',
}
