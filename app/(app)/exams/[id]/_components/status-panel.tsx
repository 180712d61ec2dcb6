import type { ReactNode } from 'react'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { Panel } from '@/app/_components/panel'
import { formatDateTime } from '@/app/_format/format-date'
import { count } from '@/lib/kernel/count'
import { MINUTE_MS } from '@/lib/kernel/duration'
import type { ExamView } from '@/lib/server/exam/load-exam'
import { StartForm } from './start-form'

type Props = { view: ExamView; zone: string; now: number }

/** What the analyst can do about the exam now. */
export function StatusPanel({ view, zone, now }: Props) {
  const { exam, status, past } = view
  switch (status.kind) {
    case 'running': {
      const minutes = Math.ceil(Math.max(0, status.endsAt - now) / MINUTE_MS)
      return (
        <Panel title="In progress">
          <Text>
            {minutes > 0
              ? `Your attempt runs until ${formatDateTime(status.endsAt, zone)}: ${minutes} min left.`
              : 'Time is up. Answers given before may still arrive for a moment.'}
          </Text>
          <LinkButton href={`/exams/${exam.id}/paper`}>Continue the exam</LinkButton>
        </Panel>
      )
    }
    case 'may-start':
      return (
        <Panel title={status.number === 1 ? 'Start' : `Attempt ${status.number}`}>
          <Text>
            The clock starts when you press the button and does not stop. You can answer the
            questions in any order.
          </Text>
          <StartForm examId={exam.id} label={`Start: ${count(view.minutes, 'minute')}`} />
        </Panel>
      )
    case 'passed': {
      const code = past.find(({ id }) => id === status.attemptId)?.certificate?.code
      return (
        <Panel title="Passed">
          <Text>
            You have passed this exam.
            {code ? '' : ' Your certificate is made within a few minutes.'}
          </Text>
          {code ? (
            <LinkButton href={`/certificates/${code}`}>Open the certificate</LinkButton>
          ) : null}
        </Panel>
      )
    }
    case 'not-open-yet':
      return (
        <Panel title="Not open yet">
          <Text>You can take this exam from {formatDateTime(status.opensAt, zone)}.</Text>
        </Panel>
      )
    case 'wait':
      return (
        <Panel title={`Attempt ${status.number} opens later`}>
          <Text>
            You can take it again from {formatDateTime(status.until, zone)}. The figures below show
            which topics to study again. Their questions are in your{' '}
            <Link href="/review" className="link">
              reviews
            </Link>
            .
          </Text>
        </Panel>
      )
    case 'spent':
      return (
        <Panel title="No attempts left">
          <Text>
            You have used{' '}
            {view.maxAttempts === 1 ? 'your attempt' : `all ${view.maxAttempts} attempts`}. Talk to
            your instructor.
          </Text>
        </Panel>
      )
    case 'closed':
      return (
        <Panel title="Closed">
          <Text>You can no longer start an attempt. Talk to your instructor if you need one.</Text>
        </Panel>
      )
  }
}

const Text = ({ children }: { children: ReactNode }) => (
  <p className="mb-5 max-w-measure font-serif text-lg text-ink-2 last:mb-0">{children}</p>
)
