import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { count } from '@/lib/kernel/count'
import type { LiveCheck } from './use-live-check'

type Props = { live: LiveCheck; isQuestion: boolean }

/** What the compiler says of the course with this form in it. */
export function Findings({ live, isQuestion }: Props) {
  const { checked, state, refusal } = live
  return (
    <Panel title="Checks" className="mb-10">
      <p role="status" className="text-sm font-semibold">
        {summary(live)}
      </p>
      {state === 'failed' ? (
        <p className="mt-2 text-sm text-again">
          {refusal ??
            'The server could not be asked. What you typed is still here, and it is checked again when you go on.'}
        </p>
      ) : null}
      {checked === null ? null : (
        <>
          <ul className="mt-3 space-y-2 text-sm">
            {checked.faults
              .filter(({ field }) => field === null)
              .map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            {checked.elsewhere.map(({ file, line, message }) => (
              <li key={`${file} ${line} ${message}`} className="wrap-anywhere">
                <span className="text-ink-2">
                  {file}, line {line}:
                </span>{' '}
                {message}
              </li>
            ))}
          </ul>
          {checked.more > 0 ? (
            <p className="mt-2 text-sm text-ink-2">And {checked.more} more.</p>
          ) : null}
          {isQuestion ? <Similar checked={checked} /> : null}
        </>
      )}
    </Panel>
  )
}

function summary({ checked, state }: LiveCheck): string {
  if (state === 'waiting') return 'Checking …'
  if (checked === null) return 'Not checked yet.'
  const here = checked.faults.length
  const elsewhere = checked.elsewhere.length + checked.more
  if (here + elsewhere === 0) return 'The course has no faults with it.'
  const parts = [
    ...(here > 0 ? [`${count(here, 'fault')} in this form`] : []),
    ...(elsewhere > 0 ? [`${count(elsewhere, 'fault')} elsewhere in the course`] : []),
  ]
  return `${parts.join(' and ')}.`
}

function Similar({ checked }: { checked: NonNullable<LiveCheck['checked']> }) {
  if (checked.similar.length === 0) return null
  return (
    <div className="mt-6">
      <h3 className="text-base font-semibold">Similar questions</h3>
      <ul className="mt-2 space-y-3 text-sm">
        {checked.similar.map(({ id, prompt, answer }) => (
          <li key={id}>
            <Link href={`/questions/${id}`} className="link">
              {prompt}
            </Link>
            <span className="block text-ink-2">{answer}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
