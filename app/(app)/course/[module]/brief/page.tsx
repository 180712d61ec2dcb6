import type { Metadata } from 'next'
import { cache } from 'react'
import { PrintButton } from '@/app/_components/print-button'
import { PictureFigure } from '@/app/_figures/picture'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { asModuleId } from '@/lib/kernel/ids'
import { loadBrief } from '@/lib/server/reference/load-brief'
import { BriefDisputes } from './_components/brief-disputes'
import { BriefFacts } from './_components/brief-facts'
import { BriefSources } from './_components/brief-sources'
import './_components/brief.css'

type Props = { params: Promise<{ module: string }> }

const load = cache(async (id: string) => {
  const scope = await requireLearner('/course/[module]/brief')
  return orNotFound(() => loadBrief(scope, asModuleId(id)))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const brief = await load((await params).module)
  return { title: `Briefing: ${brief.title}` }
}

export default async function BriefPage({ params }: Props) {
  const { title, summary, number, facts, disputes, picture, sources } = await load(
    (await params).module,
  )
  const left = [...facts, ...disputes.map(({ fact }) => fact)].filter(({ isPrinted }) => !isPrinted)
  return (
    <article className="brief">
      <header className="brief-head">
        <div>
          <p className="label-caps text-ink-2">Briefing sheet · Module {number}</p>
          <h1 className="text-3xl">{title}</h1>
          <p className="brief-summary font-serif text-ink-2">{summary}</p>
        </div>
        <div className="print:hidden">
          <PrintButton />
          <p className="mt-2 max-w-60 text-label text-ink-2">
            One page of A4.
            {left.length === 0
              ? ''
              : ` ${left.length} of the facts below have no room on it; they are marked.`}
          </p>
        </div>
      </header>
      <div className="brief-columns">
        {picture === null ? null : (
          <div className="brief-picture">
            <PictureFigure picture={picture} />
          </div>
        )}
        <BriefFacts facts={facts} />
        <BriefDisputes disputes={disputes} />
      </div>
      <BriefSources sources={sources} />
    </article>
  )
}
