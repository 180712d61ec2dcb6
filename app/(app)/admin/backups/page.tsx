import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { askedOf } from '@/app/_table/asked-of'
import type { Params } from '@/app/_table/table-address'
import { requireAdmin } from '@/lib/auth/scopes'
import { loadBackups } from '@/lib/server/backup/load-backups'
import { BackupRuns, backupColumns } from './_components/backup-runs'
import { BackupState } from './_components/backup-state'
import { BackupWarnings } from './_components/backup-warnings'

export const metadata: Metadata = { title: 'Backups' }

type Props = { searchParams: Promise<Params> }

export default async function BackupsPage({ searchParams }: Props) {
  const scope = await requireAdmin('/admin/backups')
  const { zone } = scope.user.clock
  const query = await askedOf(await searchParams, {
    ...{ table: 'backups', columns: backupColumns(zone), usual: '-begun' },
  })
  const view = await loadBackups(scope, { now: Date.now() })
  return (
    <>
      <PageHeader
        title="Backups"
        label={
          <Link href="/admin" className="link">
            Administration
          </Link>
        }
        lead="When the last good one was made, and whether it could be restored."
      />
      <BackupWarnings warnings={view.warnings} zone={zone} />
      <div className="flex flex-col gap-16">
        <Panel title="As it stands">
          <BackupState view={view} zone={zone} />
        </Panel>
        <Panel title="What was done">
          <BackupRuns runs={view.runs} query={query} zone={zone} />
        </Panel>
        <Panel title="How to use a backup">
          <div className="flex max-w-measure flex-col gap-3 text-sm text-ink-2">
            <p>
              A backup contains the password hashes and answers of everybody, so no page offers it
              for download. Copy the files to another machine on the server itself, and keep the key
              that signs the cookies (the file auth-secret, or AUTH_SECRET) in another safe place.
            </p>
            <p>
              <code>npx steppe backup FILE</code> makes one now,{' '}
              <code>npx steppe backup verify FILE</code> restores one for trial, and{' '}
              <code>npx steppe restore FILE</code> puts one into an empty database.
            </p>
          </div>
        </Panel>
      </div>
    </>
  )
}
