import { Tag } from '@/app/_components/tag'
import { formatDateTime } from '@/app/_format/format-date'
import type { TypedAnswer } from '@/lib/server/exam/load-exam'
import { AppealForm } from './appeal-form'

type Props = { attemptId: string; answers: readonly TypedAnswer[]; zone: string }

/** The typed answers that did not count as correct, each with its appeal. Right answers stay unsaid. */
export function TypedAnswers({ attemptId, answers, zone }: Props) {
  if (answers.length === 0) return null
  return (
    <details className="mt-6 max-w-2xl">
      <summary className="cursor-pointer py-1 font-semibold">
        Typed answers that did not count as correct, and appeals
      </summary>
      <p className="mt-2 max-w-measure text-sm text-ink-2">
        If you think that an answer is correct, for example because it is only spelt differently,
        you can appeal it once. An instructor decides. If the appeal is granted, your result is
        computed again.
      </p>
      <ul className="mt-3 divide-y divide-rule border-t border-rule">
        {answers.map(({ position, prompt, typed, appeal }) => (
          <li key={position} className="py-4">
            <p className="max-w-measure font-serif wrap-break-word">
              Question {position + 1}: {prompt}
            </p>
            <p className="mt-1 text-sm wrap-break-word whitespace-pre-wrap">You typed: {typed}</p>
            {appeal === null ? (
              <AppealForm attemptId={attemptId} position={position} />
            ) : (
              <Appealed appeal={appeal} zone={zone} />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

type Appeal = NonNullable<TypedAnswer['appeal']>

function Appealed({
  appeal: { reason, madeAt, decision },
  zone,
}: {
  appeal: Appeal
  zone: string
}) {
  return (
    <div className="mt-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-3 text-ink-2">
        {decision === null ? (
          <Tag>appeal waits for a decision</Tag>
        ) : decision.granted ? (
          <Tag tone="good">counts as correct</Tag>
        ) : (
          <Tag tone="again">appeal refused</Tag>
        )}
        <span>{formatDateTime(decision?.at ?? madeAt, zone)}</span>
      </p>
      {reason === null ? null : (
        <p className="mt-1 max-w-measure wrap-break-word whitespace-pre-line">
          Your reason: {reason}
        </p>
      )}
      {decision === null || decision.reply === null ? null : (
        <p className="mt-1 max-w-measure border-l-2 border-rule pl-3 wrap-break-word whitespace-pre-line">
          Reply: {decision.reply}
        </p>
      )}
    </div>
  )
}
