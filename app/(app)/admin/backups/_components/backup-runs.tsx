import { EmptyState } from '@/app/_components/empty-state'
import { Tag } from '@/app/_components/tag'
import { formatDateTime } from '@/app/_format/format-date'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import { formatBytes } from '@/lib/kernel/size'
import type { BackupsView } from '@/lib/server/backup/load-backups'
import { shownRows, type TableQuery } from '@/lib/table/shown-rows'
import { seconds } from './seconds'

type Run = BackupsView['runs'][number]

type Props = { runs: readonly Run[]; query: TableQuery; zone: string }

export function BackupRuns({ runs, query, zone }: Props) {
  if (runs.length === 0) return <EmptyState>No backup was made yet.</EmptyState>
  const columns = backupColumns(zone)
  return (
    <DataTable
      caption="Backups"
      what="backup"
      name="backups"
      shown={shownRows(runs, columns, query)}
      columns={columns}
      keyOf={({ id }) => id}
      place={{ path: '/admin/backups' }}
      rowHead={{ plain: true, className: 'min-w-44' }}
    />
  )
}

export const backupColumns = (zone: string): readonly ShownColumn<Run>[] => [
  {
    id: 'begun',
    head: 'Begun',
    value: ({ startedAt }) => startedAt,
    fallsFirst: true,
    cell: (run) => (
      <>
        {formatDateTime(run.startedAt, zone)}
        <span className="block text-label font-normal text-ink-2">
          {run.kind === 'scheduled' ? 'scheduled' : 'by the command'}, on {run.host}
        </span>
      </>
    ),
  },
  {
    id: 'result',
    head: 'Result',
    value: ({ end }) => end.kind,
    cell: (run) => <Result run={run} />,
  },
  {
    id: 'size',
    head: 'Size',
    value: ({ end }) => (end.kind === 'made' ? end.bytes : null),
    numeric: true,
    cell: ({ end }) => (end.kind === 'made' ? formatBytes(end.bytes) : '–'),
  },
  {
    id: 'time',
    head: 'Time',
    value: ({ end }) => (end.kind === 'made' ? end.tookMs : null),
    numeric: true,
    cell: ({ end }) => (end.kind === 'made' ? seconds(end.tookMs) : '–'),
  },
  {
    id: 'trial',
    head: 'Restored for trial',
    value: ({ trial }) => trial?.at ?? null,
    fallsFirst: true,
    cell: (run) => <Trial run={run} zone={zone} />,
  },
]

function Result({ run: { end } }: { run: Run }) {
  switch (end.kind) {
    case 'made':
      return 'made'
    case 'running':
      return 'running, or ended without a word'
    case 'failed':
      return <Tag tone="again">failed</Tag>
  }
}

function Trial({ run: { trial }, zone }: { run: Run; zone: string }) {
  if (trial === null) return 'no'
  if (trial.failure !== null) return <Tag tone="again">failed</Tag>
  return `${formatDateTime(trial.at, zone)}, in ${seconds(trial.tookMs)}`
}
