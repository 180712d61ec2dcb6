import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { query } from '@/app/_table/query'
import { requireAdmin } from '@/lib/auth/scopes'
import { isOldestFirst, loadAudit } from '@/lib/server/people/load-audit'
import { askedOf } from './_components/asked-of'
import { AuditForm } from './_components/audit-form'
import { AuditTable } from './_components/audit-table'

export const metadata: Metadata = { title: 'Audit' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const scope = await requireAdmin('/admin/audit')
  const asked = askedOf(await searchParams)
  const { rows, next } = await loadAudit(scope, asked)
  const oldest = isOldestFirst(asked)
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Who did what, when and from where. Entries are only added; a deleted account loses its name here too."
      />
      <AuditForm asked={asked} />
      {rows.length === 0 ? (
        <p role="status" className="text-sm text-ink-2">
          Nothing that was recorded fits. Leave out a condition and search again.
        </p>
      ) : (
        <AuditTable
          rows={rows}
          oldest={oldest}
          keep={{ ...asked, after: null, sort: null }}
          zone={scope.user.clock.zone}
        />
      )}
      <nav aria-label="Pages of the audit" className="mt-4 flex flex-wrap gap-4 text-sm">
        {asked.after === null ? null : (
          <Link className="link py-1" href={`/admin/audit${query({ ...asked, after: null })}`}>
            {oldest ? 'Oldest' : 'Newest'}
          </Link>
        )}
        {next === null ? null : (
          <Link className="link py-1" href={`/admin/audit${query({ ...asked, after: next })}`}>
            {oldest ? 'Newer' : 'Older'}
          </Link>
        )}
        <a
          className="link py-1"
          href={`/admin/audit/audit.csv${query({ ...asked, after: null })}`}
          download
        >
          Download CSV<span className="sr-only"> of everything that was found</span>
        </a>
      </nav>
    </>
  )
}
