import { formatDateTime } from '@/app/_format/format-date'
import { grouped } from '@/lib/kernel/count'
import { formatBytes } from '@/lib/kernel/size'
import type { BackupsView } from '@/lib/server/backup/load-backups'
import { seconds } from './seconds'

type Props = { view: BackupsView; zone: string }

export function BackupState({ view, zone }: Props) {
  return (
    <dl className="grid max-w-measure gap-x-8 gap-y-1 text-sm sm:grid-cols-[max-content_1fr] sm:gap-y-2">
      {linesOf(view, zone).map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2 not-first:mt-2 sm:mt-0!">{term}</dt>
          <dd className="wrap-anywhere tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function linesOf(
  { newest, tried, restore, settings }: BackupsView,
  zone: string,
): readonly (readonly [string, string])[] {
  const made = newest?.end.kind === 'made' ? newest.end : null
  return [
    [
      'Last good backup',
      newest && made
        ? `${formatDateTime(newest.startedAt, zone)}: ${formatBytes(made.bytes)}, ${grouped(made.rows)} rows, in ${seconds(made.tookMs)}`
        : 'none',
    ],
    ...(made && newest
      ? [['Its file', `${made.file}, on the machine ${newest.host}`] as const]
      : []),
    [
      'Last good trial restore',
      tried?.trial
        ? `${formatDateTime(tried.trial.at, zone)}, of the backup of ${formatDateTime(tried.startedAt, zone)}, in ${seconds(tried.trial.tookMs)}`
        : 'none',
    ],
    ['Schedule', scheduleOf(settings)],
    ...(restore
      ? [
          [
            'This data was restored',
            `${formatDateTime(restore.at, zone)}, from the backup of ${formatDateTime(Date.parse(restore.madeAt), zone)}`,
          ] as const,
        ]
      : []),
  ]
}

function scheduleOf(settings: BackupsView['settings']): string {
  switch (settings.kind) {
    case 'off':
      return 'none'
    case 'wrong':
      return 'none, because the settings are wrong'
    case 'on': {
      const { time, folder, program, trialUpToRows } = settings
      const at = `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
      const trial =
        program === null ? 'no trial restores' : `a trial restore each week${upTo(trialUpToRows)}`
      return `each day at ${at} UTC into ${folder}, with ${trial}; one of each of the last 7 days, 5 weeks and 12 months is kept`
    }
  }
}

const upTo = (rows: number): string =>
  Number.isFinite(rows) ? ` while a backup has at most ${grouped(rows)} rows` : ''
