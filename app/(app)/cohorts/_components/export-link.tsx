import type { TableName } from '@/lib/server/tables/all'

type Props = { cohortId: string; table: TableName; label?: string; on?: string }

/** The table beside it, to take away; `on`: as of that day. Not Next's link: nothing is to be fetched before it is asked for. */
export function ExportLink({ cohortId, table, label = 'Download CSV', on }: Props) {
  const query = on === undefined ? '' : `?on=${on}`
  return (
    <a href={`/cohorts/${cohortId}/export/${table}.csv${query}`} download className="link text-sm">
      {label}
    </a>
  )
}
