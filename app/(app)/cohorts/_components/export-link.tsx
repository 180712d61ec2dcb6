import type { TableName } from '@/lib/server/export/tables/all'

type Props = {
  cohortId: string
  table: TableName
  label?: string
  /** Names the table for people who do not see that the link is beside it. */
  what: string
  /** The date of the figures, `YYYY-MM-DD`. */
  on?: string
  /** The id of the analyst or question that the table is about. */
  of?: string
  /** What the page was asked for, so that the file has the same rows in the same order. */
  asked?: Readonly<Record<string, string | null>>
}

/**
 * Downloads a table. This is not Next's link, because nothing should be fetched before it is
 * clicked.
 */
export function ExportLink({
  cohortId,
  table,
  label = 'Download CSV',
  what,
  on,
  of,
  asked = {},
}: Props) {
  const values = Object.entries({ on: on ?? null, of: of ?? null, ...asked })
  const query = new URLSearchParams(
    values.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
  return (
    <a
      href={`/cohorts/${cohortId}/export/${table}.csv${query.size > 0 ? `?${query}` : ''}`}
      download
      className="link mt-4 inline-block py-0.5 text-sm"
    >
      {label}
      <span className="sr-only"> of {what}</span>
    </a>
  )
}
