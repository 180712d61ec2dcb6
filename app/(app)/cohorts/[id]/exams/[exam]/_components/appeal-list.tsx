import type { ReactNode } from 'react'
import { Panel } from '@/app/_components/panel'
import { Tag } from '@/app/_components/tag'
import { formatDateTime } from '@/app/_format/format-date'
import { CitedPlaces } from '@/app/(app)/_components/facts/cited-places'
import type { AppealView } from '@/lib/server/exam/load-appeals'
import { DecisionForm } from './decision-form'

type Props = {
  cohortId: string
  examId: string
  appeals: readonly AppealView[]
  /** Whose own appeal it is, may not decide it. */
  viewerId: string
  zone: string
}

/** Typed answers that analysts hold to be correct, the open appeals first. */
export function AppealList({ cohortId, examId, appeals, viewerId, zone }: Props) {
  if (appeals.length === 0) return null
  const open = appeals.filter(({ decision }) => decision === null).length
  return (
    <Panel title="Appeals" aside={`${open} open`} className="mt-12">
      <p className="mb-2 max-w-measure text-sm text-ink-2">
        An answer that you grant counts as correct: result and certificate follow from it, and the
        analyst is told. The review log stays as it was graded. Analysts do not see the accepted
        answers, because other attempts may use the same questions.
      </p>
      <ul className="divide-y divide-rule">
        {appeals.map((appeal) => (
          <li key={`${appeal.attemptId}-${appeal.position}`} className="py-5">
            <AppealText appeal={appeal} zone={zone} />
            {appeal.userId === viewerId ? (
              <p className="mt-3 text-sm text-ink-2">
                This is your own appeal. Another instructor has to decide it.
              </p>
            ) : appeal.decision === null ? (
              <DecisionForm cohortId={cohortId} examId={examId} {...choice(appeal)} />
            ) : (
              <details className="mt-2 text-sm">
                <summary className="min-h-6 cursor-pointer py-0.5 text-ink-2 hover:text-ink">
                  Change the decision<span className="sr-only"> on the appeal of {appeal.by}</span>
                </summary>
                <DecisionForm cohortId={cohortId} examId={examId} {...choice(appeal)} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Only what the form needs goes to the browser. */
const choice = ({ userId, attemptId, position, by, alike, decision }: AppealView) => ({
  userId,
  attemptId,
  position,
  by,
  alike,
  granted: decision?.granted ?? null,
})

function AppealText({ appeal, zone }: { appeal: AppealView; zone: string }) {
  const { decision, reason, accepted, citations } = appeal
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2">
        <span className="font-semibold text-ink wrap-anywhere">{appeal.by}</span>
        <span>
          attempt {appeal.attemptNumber}, question {appeal.position + 1}
        </span>
        <span>{formatDateTime(appeal.madeAt, zone)}</span>
        {decision === null ? (
          <Tag tone="accent">open</Tag>
        ) : (
          <Tag tone={decision.granted ? 'good' : 'again'}>
            {decision.granted ? 'granted' : 'refused'}
          </Tag>
        )}
      </p>
      <h3 className="mt-2 max-w-measure font-serif text-lg font-semibold wrap-break-word">
        {appeal.prompt}
      </h3>
      <dl className="mt-2 max-w-measure text-sm">
        <Line name="Typed">{appeal.typed}</Line>
        <Line name="Accepted">{accepted.join('; ')}</Line>
        <Line name="Explanation">{appeal.explanation}</Line>
        {citations.length === 0 ? null : (
          <Line name="Sources">
            <CitedPlaces places={citations} />
          </Line>
        )}
        <Line name="Reason">
          {reason ?? 'Granted together with another answer of the same text.'}
        </Line>
        {decision === null ? null : (
          <Line name="Decision">
            {decision.granted ? 'Granted' : 'Refused'} by {appeal.decidedBy} on{' '}
            {formatDateTime(decision.at, zone)}
            {decision.reply === null ? '.' : `: ${decision.reply}`}
          </Line>
        )}
      </dl>
    </>
  )
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-4 py-0.5 sm:grid-cols-[6.5rem_1fr]">
    <dt className="text-ink-2">{name}</dt>
    <dd className="wrap-break-word whitespace-pre-line">{children}</dd>
  </div>
)
