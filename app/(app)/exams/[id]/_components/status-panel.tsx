import Link from 'next/link'
import type { ReactNode } from 'react'
import { LinkButton } from '@/app/_components/link-button'
import { Panel } from '@/app/_components/panel'
import { formatDateTime } from '@/app/_format/format-date'
import { MINUTE_MS } from '@/lib/kernel/duration'
import type { ExamView } from '@/lib/server/exam/load-exam'
import { StartForm } from './start-form'

type Props = { view: ExamView; zone: string; now: number }

/** What can be done about the exam now. */
export function StatusPanel({ view: { exam, status, past }, zone, now }: Props) {
  switch (status.kind) {
    case 'running': {
      const minutes = Math.ceil(Math.max(0, status.endsAt - now) / MINUTE_MS)
      return (
        <Panel title="Under way">
          <Text>
            {minutes > 0
              ? `Your attempt runs until ${formatDateTime(status.endsAt, zone)}: ${minutes} min left.`
              : 'Time is up. Answers given before it may still arrive for a moment.'}
          </Text>
          <LinkButton href={`/exams/${exam.id}/paper`}>Go on with the exam</LinkButton>
        </Panel>
      )
    }
    case 'may-start':
      return (
        <Panel title={status.number === 1 ? 'Begin' : `Attempt ${status.number}`}>
          <Text>
            The clock starts when you press the button and does not stop. The questions are drawn
            for you then; you can answer them in any order.
          </Text>
          <StartForm
            examId={exam.id}
            label={`Start: ${exam.minutes} ${exam.minutes === 1 ? 'minute' : 'minutes'}`}
          />
        </Panel>
      )
    case 'passed': {
      const code = past.find(({ id }) => id === status.attemptId)?.certificate?.code
      return (
        <Panel title="Passed">
          <Text>You have passed this exam. There is nothing more to take.</Text>
          {code ? (
            <LinkButton href={`/certificates/${code}`}>Open the certificate</LinkButton>
          ) : null}
        </Panel>
      )
    }
    case 'not-open-yet':
      return (
        <Panel title="Not open yet">
          <Text>It can be taken from {formatDateTime(status.opensAt, zone)}.</Text>
        </Panel>
      )
    case 'wait':
      return (
        <Panel title={`Attempt ${status.number} opens later`}>
          <Text>
            You can take it again from {formatDateTime(status.until, zone)}. The figures below say
            which topics to go over; their questions are in your{' '}
            <Link href="/review" className="link">
              reviews
            </Link>
            .
          </Text>
        </Panel>
      )
    case 'spent':
      return (
        <Panel title="No attempt left">
          <Text>All {exam.maxAttempts} attempts are used. Speak to your instructor.</Text>
        </Panel>
      )
    case 'closed':
      return (
        <Panel title="Closed">
          <Text>No more attempts can be begun. Speak to your instructor if you need one.</Text>
        </Panel>
      )
  }
}

const Text = ({ children }: { children: ReactNode }) => (
  <p className="mb-5 max-w-measure font-serif text-lg text-ink-2 last:mb-0">{children}</p>
)
