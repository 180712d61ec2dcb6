import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/scopes'
import { loadSources } from '@/lib/server/reference/load-sources'
import { SourceEntry } from './_components/source-entry'

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage() {
  const sources = await loadSources(await requireLearner('/sources'))
  return (
    <>
      <PageHeader
        title="Sources"
        lead="The documents that every answer rests on: who wrote them and when, how reliable they are, and how much of each the course teaches so far."
      />
      {sources.length === 0 ? (
        <EmptyState>This course cites no documents.</EmptyState>
      ) : (
        <ul className="border-b border-ink">
          {sources.map(({ source, coverage }) => (
            <SourceEntry key={source.id} source={source} coverage={coverage} />
          ))}
        </ul>
      )}
    </>
  )
}
