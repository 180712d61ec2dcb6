import type { ShownColumn } from '@/app/_table/data-table'
import { analystColumn } from '@/app/(app)/cohorts/[id]/_components/analyst-column'
import type { ItemView, WrongLearner } from '@/lib/cohort/view/item-view'

type Answer = ItemView['answers'][number]

/** The answers that were given, those given most often first. */
export const answerColumns = ({ names }: ItemView): readonly ShownColumn<Answer>[] => [
  { id: 'answer', head: 'Answer', value: ({ text }) => text },
  {
    id: 'graded',
    head: 'Graded',
    value: ({ right }) => (right ? 'correct' : 'wrong'),
    cell: ({ right }) => (
      <span className={right ? 'text-good' : 'text-again'}>{right ? 'correct' : 'wrong'}</span>
    ),
  },
  { id: 'first', head: 'At the first try', value: ({ first }) => first, numeric: true },
  { id: 'times', head: 'Times', value: ({ times }) => times, numeric: true },
  {
    id: 'by',
    head: 'Given by',
    value: ({ right, by }) => (right ? null : by.map((id) => names.get(id) ?? '').join(', ')),
    className: 'min-w-40 text-ink-2',
    cell: ({ right, by }) => (right ? '' : some(by.map((id) => names.get(id) ?? ''))),
  },
]

/** The first four names. The table of analysts with wrong answers lists everybody. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ')
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown
}

/** Who answered wrongly, most often first. */
export const wrongColumns = (cohortId: string): readonly ShownColumn<WrongLearner>[] => [
  analystColumn(cohortId),
  {
    id: 'wrong',
    head: 'Wrong',
    value: ({ wrong }) => wrong,
    numeric: true,
    cell: ({ wrong, times }) => `${wrong} of ${times}`,
  },
  {
    id: 'answers',
    head: 'Their answers, latest first',
    value: ({ answers }) => answers.join(' · ') || 'self-graded',
    className: 'min-w-48 wrap-break-word',
  },
]
