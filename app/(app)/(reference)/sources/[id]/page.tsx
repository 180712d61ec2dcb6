import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { formatDate } from '@/lib/course/partial-date'
import { asSourceId } from '@/lib/kernel/ids'
import { loadSource } from '@/lib/server/reference/load-source'
import { Bibliography } from './_components/bibliography'
import { CopyNote } from './_components/copy-note'
import { ParagraphMap } from './_components/paragraph-map'
import { SectionParagraphs } from './_components/section-paragraphs'

type Props = { params: Promise<{ id: string }> }

/** Cached, because the title and the page both load it. */
const load = cache(async (id: string) => {
  const scope = await requireLearner('/sources/[id]')
  const view = await orNotFound(() => loadSource(scope, asSourceId(id)))
  return { ...view, mayWithdraw: scope.user.role !== 'learner' }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).source.title }
}

export default async function SourcePage({ params }: Props) {
  const { source, copy, sections, mayWithdraw } = await load((await params).id)
  return (
    <>
      <PageHeader label="Source" title={source.title} />
      {source.withdrawn ? (
        <Notice kind="error" title="This document has been withdrawn" className="mb-8">
          {source.withdrawn.date === undefined ? null : `${formatDate(source.withdrawn.date)}: `}
          {source.withdrawn.reason}
        </Notice>
      ) : null}
      <div className="grid gap-x-14 gap-y-10 border-t border-ink pt-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Bibliography source={source} />
        <ParagraphMap paragraphs={sections.flatMap(({ paragraphs }) => paragraphs)} />
      </div>
      <div className="mt-14 space-y-3">
        <p className="max-w-measure text-sm text-ink-2">
          Below is what the course takes from each paragraph of the document, in our words. Plans,
          forecasts and judgements are marked, because the document does not report them as events.
        </p>
        <CopyNote copy={copy} />
        {mayWithdraw ? (
          <p className="text-sm">
            <Link className="link" href={`/course/withdraw/source/${source.id}`}>
              Withdraw this source
            </Link>
          </p>
        ) : null}
      </div>
      <div className="mt-10 space-y-12">
        {sections.map((section) => (
          <SectionParagraphs key={section.paragraphs[0]?.number} section={section} copy={copy} />
        ))}
      </div>
    </>
  )
}
