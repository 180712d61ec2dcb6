import { LinkButton } from '@/app/_components/link-button'
import { formatDateTime } from '@/app/_format/format-date'
import { MINUTE_MS } from '@/lib/kernel/duration'
import type { OpenExam } from '@/lib/server/exam/load-open-exams'
import { StartLink } from './start-link'
import { ToDoRow } from './to-do-row'

type Props = { open: OpenExam; now: number; zone: string }

/** A sign-off exam that runs or can be taken now. One that runs goes before everything else. */
export function ExamRow({ open: { exam, minutes, status }, now, zone }: Props) {
  const href = `/exams/${exam.id}`
  if (status.kind === 'running') {
    const left = Math.ceil(Math.max(0, status.endsAt - now) / MINUTE_MS)
    return (
      <ToDoRow
        pressing
        title={`Exam in progress: ${exam.title}`}
        action={<StartLink href={href}>Continue the exam</StartLink>}
      >
        {left > 0 ? `${left} min left.` : 'The time is up.'}
      </ToDoRow>
    )
  }
  return (
    <ToDoRow
      title={`Sign-off exam: ${exam.title}`}
      action={
        <LinkButton href={href} kind="secondary">
          See the exam<span className="sr-only">: {exam.title}</span>
        </LinkButton>
      }
    >
      {minutes} min
      {exam.closesAt === null ? '.' : `, start before ${formatDateTime(exam.closesAt, zone)}.`}
    </ToDoRow>
  )
}
