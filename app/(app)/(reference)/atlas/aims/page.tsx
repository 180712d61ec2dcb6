import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { ReadingStrip } from '@/app/_figures/reading-strip'
import { WantMatrix } from '@/app/_figures/want-matrix'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { loadAims } from '@/lib/server/reference/load-pictures'

export const metadata: Metadata = { title: 'Who wants what' }

export default async function AimsPage() {
  const scope = await requireLearner('/atlas/aims')
  const { wants, readings } = await orNotFound(() => loadAims(scope))
  return (
    <>
      <PageHeader
        title="Who wants what"
        lead="What the documents say of the aims of each, with the paragraph that says it."
      />
      <div className="space-y-12">
        {wants.map((view) => (
          <section key={view.who ?? 'groups'}>
            <h2 className="mb-3 text-xl">{view.who ?? 'Interest groups side by side'}</h2>
            <WantMatrix
              view={view}
              caption={
                view.who === null
                  ? 'Each field names the paragraphs that say so. An empty field: the course has no such fact of this group.'
                  : 'Documents from left to right by their dates. An empty field: the course has no such fact from this document.'
              }
            />
          </section>
        ))}
        {readings.map((view) => (
          <section key={view.event}>
            <h2 className="mb-3 text-xl">{view.event}</h2>
            <ReadingStrip
              view={view}
              caption="One event as the documents have it, from the oldest to the newest. An open mark: the document is silent."
            />
          </section>
        ))}
      </div>
    </>
  )
}
