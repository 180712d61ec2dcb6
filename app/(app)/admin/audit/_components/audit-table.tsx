import { Link } from '@/app/_components/link'
import { formatDateTime } from '@/app/_format/format-date'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import { AUDIT_WORDS } from '@/lib/audit/audit-words'
import type { AuditView } from '@/lib/server/people/load-audit'
import { detailLines } from './detail-lines'

type Row = AuditView['rows'][number]
type Props = {
  rows: readonly Row[]
  oldest: boolean
  /** What else the address of the page asks for. */
  keep: Readonly<Record<string, string | null>>
  zone: string
}

/** One line for each event. They are sorted by the database, and only by their time: there are many. */
export function AuditTable({ rows, oldest, keep, zone }: Props) {
  return (
    <DataTable
      caption={`What was done, ${oldest ? 'oldest' : 'newest'} first`}
      what="event"
      name="audit"
      shown={{
        ...{ rows, page: 1, pages: 1, all: rows.length, found: rows.length, words: '' },
        order: { column: 'at', falling: !oldest },
      }}
      columns={columnsIn(zone)}
      keyOf={({ id }) => id}
      place={{ path: '/admin/audit', keep }}
      rowHead={{ named: true }}
      unsearched
    />
  )
}

const columnsIn = (zone: string): readonly ShownColumn<Row>[] => [
  {
    id: 'what',
    head: 'What',
    value: ({ kind }) => AUDIT_WORDS[kind],
    unsorted: true,
    cell: (row) => (
      <>
        <Person id={row.actorId} name={row.actorName} none={nobody(row)} />{' '}
        <span className="font-normal">{AUDIT_WORDS[row.kind]}</span>
      </>
    ),
  },
  {
    id: 'details',
    head: 'Details',
    value: () => null,
    unsorted: true,
    className: 'min-w-44 wrap-anywhere',
    cell: (row) => (
      <>
        {row.subjectId !== null && row.subjectId !== row.actorId ? (
          <span className="block">
            About <Person id={row.subjectId} name={row.subjectName} none="" />
          </span>
        ) : null}
        {detailLines(row.detail).map((line) => (
          <span key={line} className="block text-ink-2">
            {line}
          </span>
        ))}
      </>
    ),
  },
  {
    id: 'at',
    head: 'When and from where',
    value: ({ at }) => at,
    fallsFirst: true,
    className: 'min-w-40',
    cell: (row) => (
      <>
        <time dateTime={new Date(row.at).toISOString()} className="block whitespace-nowrap">
          {formatDateTime(row.at, zone)}
        </time>
        <span className="block text-label text-ink-2 wrap-anywhere">{placeText(row)}</span>
      </>
    ),
  },
]

/** Links to everything that concerns the person. */
function Person({ id, name, none }: { id: string | null; name: string | null; none: string }) {
  if (id === null) return <span>{none}</span>
  return (
    <Link href={`/admin/audit?person=${id}`} className="link">
      {name ?? 'A deleted account'}
    </Link>
  )
}

function nobody({ via }: Row): string {
  if (via === 'web') return 'Somebody who was not signed in'
  return via === 'job' ? 'The server' : 'The command line'
}

function placeText({ via, address, requestId }: Row): string {
  if (via === 'web') return `${address ?? 'no address'}, request ${requestId ?? 'unknown'}`
  return via === 'job' ? 'by the server itself' : via === 'command' ? 'command line' : ''
}
