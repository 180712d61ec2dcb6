import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { formatDateTime } from '@/app/_format/format-date'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireInstructor } from '@/lib/auth/scopes'
import { loadVersion } from '@/lib/server/course/load-versions'
import { whereFrom } from '../_components/where-from'
import { Difference } from './_components/difference'

type Props = { params: Promise<{ version: string }> }

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (text: string) => {
  const scope = await requireInstructor('/course/versions/[version]')
  const version = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
  return { scope, view: await orNotFound(() => loadVersion(scope, { version })) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await load((await params).version)
  return { title: `Version ${view.row.version}` }
}

export default async function VersionPage({ params }: Props) {
  const { scope, view } = await load((await params).version)
  const { row, before, after, difference, summary } = view
  const published = formatDateTime(row.publishedAt, scope.user.clock.zone)
  return (
    <>
      <PageHeader
        label={
          <Link className="link" href="/course/versions">
            Versions of the course
          </Link>
        }
        title={`Version ${row.version}`}
        lead={row.note ?? undefined}
      />
      <p className="-mt-4 mb-3 text-sm text-ink-2">
        Published {published}, {whereFrom(row)}.{' '}
        {before === null
          ? 'It was the first one, so everything in it was new:'
          : `Compared with version ${before}:`}
      </p>
      <p className="mb-10 max-w-measure font-serif text-lg">{summary}</p>
      {before === null ? null : <Difference difference={difference} />}
      <nav aria-label="Other versions" className="mt-12 flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {before === null ? null : (
          <Link className="link" href={`/course/versions/${before}`}>
            Version {before}
          </Link>
        )}
        {after === null ? null : (
          <Link className="link" href={`/course/versions/${after}`}>
            Version {after}
          </Link>
        )}
      </nav>
    </>
  )
}
