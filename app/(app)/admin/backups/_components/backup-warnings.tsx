import { Notice } from '@/app/_components/notice'
import { formatDateTime } from '@/app/_format/format-date'
import type { BackupWarning } from '@/lib/backup/warnings'

type Props = { warnings: readonly BackupWarning[]; zone: string }

export function BackupWarnings({ warnings, zone }: Props) {
  if (warnings.length === 0) return null
  return (
    <div className="mb-10 flex max-w-measure flex-col gap-4">
      {warnings.map((warning) => {
        const { title, text } = wordsOf(warning, zone)
        const kind = urgent(warning) ? 'error' : 'info'
        return (
          <Notice key={warning.kind} kind={kind} title={title}>
            <p className="wrap-break-word whitespace-pre-line">{text}</p>
          </Notice>
        )
      })}
    </div>
  )
}

const urgent = ({ kind }: BackupWarning): boolean =>
  kind !== 'never-tried' && kind !== 'not-scheduled'

function wordsOf(warning: BackupWarning, zone: string): { title: string; text: string } {
  const when = (at: number) => formatDateTime(at, zone)
  switch (warning.kind) {
    case 'wrong-settings':
      return { title: 'Backups cannot be scheduled', text: warning.why }
    case 'none':
      return {
        title: 'There is no backup',
        text: 'If the disk failed now, everything would be lost. Make one with the command “npx steppe backup FILE”, and copy it to another machine.',
      }
    case 'old':
      return {
        title: 'The last good backup is old',
        text: `It was made on ${when(warning.at)}. What was entered since would be lost with the disk.`,
      }
    case 'failed':
      return { title: `The backup of ${when(warning.at)} failed`, text: warning.why }
    case 'trial-failed':
      return {
        title: `The trial restore of ${when(warning.at)} failed`,
        text: `${warning.why}\nMake another backup, and restore it for trial.`,
      }
    case 'never-tried':
      return {
        title: 'No backup was restored for trial yet',
        text: 'Only a restore proves that a backup is good. The command “npx steppe backup verify FILE” does it in a database of its own.',
      }
    case 'not-scheduled':
      return {
        title: 'No backups are scheduled',
        text: 'Set STEPPE_BACKUP_DIR to a folder on another disk, and Steppe makes a backup each day. If somebody else backs up this database, this page only shows what was made by the command.',
      }
  }
}
