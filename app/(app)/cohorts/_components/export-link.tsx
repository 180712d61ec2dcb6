import type { TableName } from '@/lib/server/tables/all'

type Props = {
  cohortId: string
  table: TableName
  label?: string
  /** Which table it is, for who does not see it stand beside one. */
  what: string
  /** As of that day, `YYYY-MM-DD`. */
  on?: string
}

/** A table to take away. Not Next's link: nothing is to be fetched before it is asked for. */
export function ExportLink({ cohortId, table, label = 'Download CSV', what, on }: Props) {
  const query = on === undefined ? '' : `?on=${on}`
  return (
    <a
      href={`/cohorts/${cohortId}/export/${table}.csv${query}`}
      download
      className="link inline-block py-0.5 text-sm"
    >
      {label}
      <span className="sr-only"> of {what}</span>
    </a>
  )
}
