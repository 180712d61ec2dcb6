import { LinkButton } from '@/app/_components/link-button'
import { shortDate } from '@/app/_format/calendar-date'
import { count } from '@/lib/kernel/count'
import { percent, wholePercent } from '@/lib/kernel/percent'
import type { AssignmentView } from '@/lib/review/view/today'
import { ToDoRow } from './to-do-row'

/** An assignment that is late or endangered: how far it is from its target, and what to do for it. */
export function AssignmentRow({ assignment }: { assignment: AssignmentView }) {
  const { title, ready, target, standing } = assignment
  const missing = wholePercent(target) - wholePercent(ready)
  return (
    <ToDoRow
      pressing
      title={`${standing === 'late' ? 'Late' : 'In danger'}: ${title}`}
      action={<Action assignment={assignment} />}
    >
      {whenText(assignment)}. {percent(ready)} ready, target {percent(target)}:{' '}
      {count(missing, 'point')} missing.
      {assignment.action.kind === 'wait' ? ' Nothing of it waits today.' : ''}
    </ToDoRow>
  )
}

function Action({ assignment: { action, href, title } }: { assignment: AssignmentView }) {
  switch (action.kind) {
    case 'read':
      return (
        <LinkButton href={`/lessons/${action.lesson}`} kind="secondary">
          Read its next lesson<span className="sr-only">: {action.title}</span>
        </LinkButton>
      )
    case 'answer':
      return (
        <LinkButton href={`/review?scope=${action.part}`} kind="secondary">
          Answer {count(action.questions, 'question')}
          <span className="sr-only"> of {title}</span>
        </LinkButton>
      )
    case 'wait':
      return (
        <LinkButton href={href} kind="quiet">
          See it<span className="sr-only">: {title}</span>
        </LinkButton>
      )
  }
}

export function whenText({ daysLeft, due }: Pick<AssignmentView, 'daysLeft' | 'due'>): string {
  if (daysLeft < 0) return `Was due ${shortDate(due)}`
  if (daysLeft === 0) return 'Due today'
  return daysLeft === 1 ? 'Due tomorrow' : `Due ${shortDate(due)}, in ${daysLeft} days`
}
