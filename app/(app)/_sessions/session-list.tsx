import { formatDateTime, formatLastSeen } from '@/app/_format/format-date'
import type { FormAction } from '@/app/_forms/form-state'
import { askedOf } from '@/app/_table/asked-of'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import type { Params } from '@/app/_table/table-address'
import { browserName } from '@/lib/account/browser-name'
import type { SessionId, UserId } from '@/lib/kernel/ids'
import type { DayClock } from '@/lib/kernel/study-day'
import type { SignInSession } from '@/lib/server/people/other-sessions'
import { shownRows } from '@/lib/table/shown-rows'
import { EndSessionForm } from './end-session-form'

type Props = {
  sessions: readonly SignInSession[]
  /** The one of this browser. */
  here: SessionId | null
  /** Whose sessions they are, for an administrator. */
  person: UserId | null
  end: FormAction
  now: number
  clock: DayClock
  /** The page that they are on, and what its address says. */
  path: string
  params: Params
}

/** Where somebody is signed in, the place used last first. */
export async function SessionList(props: Props) {
  const { sessions, path, params } = props
  if (sessions.length === 0) return <p className="text-sm text-ink-2">Nobody is signed in.</p>
  const columns = columnsOf(props)
  const query = await askedOf(params, { table: 'sessions', columns, usual: null, prefix: 'in-' })
  return (
    <DataTable
      caption="Browsers that are signed in"
      what="sign-in session"
      name="sessions"
      shown={shownRows(sessions, columns, query)}
      columns={columns}
      keyOf={({ id }) => id}
      place={{ path, prefix: 'in-' }}
      rowHead={{ plain: true }}
    />
  )
}

function columnsOf({
  sessions,
  here,
  person,
  end,
  now,
  clock,
}: Props): readonly ShownColumn<SignInSession>[] {
  return [
    {
      id: 'browser',
      head: 'Browser',
      value: ({ browser }) => browserName(browser),
      cell: ({ id, browser, address, createdAt }) => (
        <>
          {browserName(browser)}
          {id === here ? ' (this browser)' : ''}
          <span className="block text-label text-ink-2 wrap-anywhere">
            Signed in {formatDateTime(createdAt, clock.zone)}
            {address === null ? '' : ` from ${address}`}
          </span>
        </>
      ),
    },
    {
      id: 'seen',
      head: 'Last seen',
      value: ({ lastSeenAt }) => lastSeenAt,
      fallsFirst: true,
      className: 'whitespace-nowrap',
      cell: ({ lastSeenAt }) => formatLastSeen(lastSeenAt, now, clock),
    },
    {
      id: 'end',
      head: 'End',
      value: () => null,
      unsorted: true,
      hiddenHead: true,
      cell: ({ id, browser, lastSeenAt }) =>
        id === here ? null : (
          <EndSessionForm
            end={end}
            session={id}
            person={person}
            of={sessions.length}
            label={`of ${browserName(browser)}, last seen ${formatLastSeen(lastSeenAt, now, clock)}`}
          />
        ),
    },
  ]
}
