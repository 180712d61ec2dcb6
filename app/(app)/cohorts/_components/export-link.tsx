import type { TableName } from '@/lib/server/export/tables/all'

type Props = {
  cohortId: string
  table: TableName
  label?: string
  /** Which table it is, for who does not see it stand beside one. */
  what: string
  /** As of that day, `YYYY-MM-DD`. */
  on?: string
  /** The analyst or question of whom it is. */
  of?: string
}

/** A table to take away. Not Next's link: nothing is to be fetched before it is asked for. */
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
