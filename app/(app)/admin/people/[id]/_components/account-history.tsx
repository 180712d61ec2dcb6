import { formatDateTime } from '@/app/_format/format-date'
import type { AccountEvent } from '@/lib/server/people/load-account'
import { eventText } from './event-text'

type Props = { events: readonly AccountEvent[]; zone: string }

/** What was done to the account and by the person, newest first. */
export function AccountHistory({ events, zone }: Props) {
  if (events.length === 0) {
    return <p className="text-sm text-ink-2">Nothing is recorded about this account.</p>
  }
  return (
    <ul className="divide-y divide-rule border-y border-rule text-sm">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2">
          <span className="min-w-0 wrap-break-word">{eventText(event)}</span>
          <time
            dateTime={new Date(event.at).toISOString()}
            className="whitespace-nowrap text-ink-2 tabular-nums"
          >
            {formatDateTime(event.at, zone)}
          </time>
        </li>
      ))}
    </ul>
  )
}
