import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { Notice } from '@/app/_components/notice'
import { orNotFound } from '@/app/_http/or-not-found'
import { FactMarks } from '@/app/(app)/_components/facts/fact-marks'
import { requireLearner } from '@/lib/auth/scopes'
import { asFactId } from '@/lib/kernel/ids'
import { loadFact } from '@/lib/server/reference/load-fact'
import { Belongings } from './_components/belongings'
import { Contradictions } from './_components/contradictions'
import { Grounds } from './_components/grounds'
import { KindNote } from './_components/kind-note'

type Props = { params: Promise<{ id: string }> }

/** Cached, because the title and the page both load it. */
const load = cache(async (id: string) => {
  const scope = await requireLearner('/facts/[id]')
  const view = await orNotFound(() => loadFact(scope, asFactId(id)))
  return { view, mayWithdraw: scope.user.role !== 'learner' }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).view.fact.statement }
}

export default async function FactPage({ params }: Props) {
  const { view, mayWithdraw } = await load((await params).id)
  const { fact, contradictions, sources } = view
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <article className="min-w-0 max-w-measure">
        <p className="label-caps mb-2 text-ink-2">Fact</p>
        <h1 className="text-xl leading-snug wrap-break-word sm:text-2xl">{fact.statement}</h1>
        <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
          <FactMarks kind={fact.kind} confidence={fact.confidence} />
          <span>{fact.when}</span>
        </p>
        {fact.withdrawn === null ? null : (
          <Notice kind="error" title="This fact has been withdrawn" className="mt-5">
            {fact.withdrawn}
          </Notice>
        )}
        <KindNote kind={fact.kind} confidence={fact.confidence} />
        <Contradictions fact={fact} contradictions={contradictions} />
        <Grounds places={fact.places} sources={sources} />
        {mayWithdraw ? (
          <p className="mt-8 text-sm">
            <Link className="link" href={`/course/withdraw/fact/${fact.id}`}>
              Withdraw this fact
            </Link>
          </p>
        ) : null}
      </article>
      <Belongings view={view} />
    </div>
  )
}
