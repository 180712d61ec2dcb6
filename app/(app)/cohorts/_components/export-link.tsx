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
}

/**
 * Downloads a table. This is not Next's link, because nothing should be fetched before it is
 * clicked.
 */
export function ExportLink({ cohortId, table, label = 'Download CSV', what, on, of }: Props) {
  const asked = new URLSearchParams({ ...(on ? { on } : {}), ...(of ? { of } : {}) })
  return (
    <a
      href={`/cohorts/${cohortId}/export/${table}.csv${asked.size > 0 ? `?${asked}` : ''}`}
      download
      className="link mt-4 inline-block py-0.5 text-sm"
    >
      {label}
      <span className="sr-only"> of {what}</span>
    </a>
  )
}
