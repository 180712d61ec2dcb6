import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { formatDate } from '@/app/_format/format-date'
import type { ItemFlag } from '@/lib/server/cohort/load-item-records'

type Props = { cohortId: string; flags: readonly ItemFlag[]; zone: string }

/** What the analysts of the cohort have said of a question, newest first. */
export function Flags({ cohortId, flags, zone }: Props) {
  if (flags.length === 0) return null
  return (
    <Panel
      title="Flags"
      aside={
        <Link className="link" href={`/cohorts/${cohortId}/inbox`}>
          Inbox
        </Link>
      }
    >
      <ul className="max-w-measure space-y-4">
        {flags.map(({ id, name, comment, revision, raisedAt, isSolved, reply }) => (
          <li key={id} className="border-l-2 border-rule-2 pl-3">
            <p className="font-serif wrap-break-word">{comment}</p>
            <p className="text-label text-ink-2">
              {name}, {formatDate(raisedAt, zone)}, on revision {revision} ·{' '}
              {isSolved ? 'solved' : 'open'}
            </p>
            {reply === null ? null : <p className="mt-1 text-sm wrap-break-word">Reply: {reply}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
