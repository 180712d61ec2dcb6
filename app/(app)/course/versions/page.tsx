import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDateTime } from '@/app/_format/format-date'
import { requireInstructor } from '@/lib/auth/scopes'
import { loadVersions } from '@/lib/server/course/load-versions'
import { whereFrom } from './_components/where-from'

export const metadata: Metadata = { title: 'Versions of the course' }

export default async function VersionsPage() {
  const scope = await requireInstructor('/course/versions')
  const { versions, heldBack } = await loadVersions(scope)
  const { zone } = scope.user.clock
  return (
    <>
      <PageHeader
        label="Course"
        title="Versions"
        lead="Every version that was ever published is kept. Reviews go on with the newest one, and each answer keeps the revision it was given to."
      />
      {heldBack === null ? null : (
        <Notice title="The folder of this server is not what is published" className="mb-8">
          {heldBack}
        </Notice>
      )}
      <Table caption="Versions, newest first">
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>Published</Th>
            <Th>Where from</Th>
            <Th>Note</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((row) => (
            <tr key={row.version}>
              <RowTh plain>
                <Link className="link" href={`/course/versions/${row.version}`}>
                  Version {row.version}
                </Link>
              </RowTh>
              <Td className="min-w-40">{formatDateTime(row.publishedAt, zone)}</Td>
              <Td className="min-w-40 wrap-break-word">{whereFrom(row)}</Td>
              <Td className="min-w-48 wrap-break-word">{row.note ?? ''}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
