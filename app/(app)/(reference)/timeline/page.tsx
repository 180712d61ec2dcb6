import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import type { AskedTimeline } from '@/lib/reference/timeline-query'
import { hasNoFacts, loadTimeline } from '@/lib/server/reference/load-timeline'
import { Filters } from './_components/filters'
import { Lanes } from './_components/lanes'
import { YearList } from './_components/year-list'
import { Zoom } from './_components/zoom'
import { ZoomKeys } from './_components/zoom-keys'

export const metadata: Metadata = { title: 'Timeline' }

type Props = { searchParams: Promise<AskedTimeline> }

export default async function TimelinePage({ searchParams }: Props) {
  const scope = await requireLearner('/timeline')
  const asked = await searchParams
  if (await hasNoFacts(scope)) return <NoFacts />
  const view = await orNotFound(() => loadTimeline(scope, asked))
  const { choices, place, shown, total } = view
  const { from, to } = place.window
  return (
    <>
      <PageHeader
        title="Timeline"
        lead="What the documents report, expect and state, in order of time. Forecasts, plans and statements have rows of their own."
      />
      <Filters choices={choices} place={place} />
      <ZoomKeys>
        <Zoom choices={choices} place={place} />
        <p className="mb-4 text-sm text-ink-2" role="status">
          {from === to ? from : `${from}–${to}`}: {shown} of {count(total, 'fact')}
        </p>
        <Lanes view={view} />
      </ZoomKeys>
      <YearList view={view} />
    </>
  )
}

const NoFacts = () => (
  <>
    <PageHeader title="Timeline" />
    <EmptyState>What you learn has no facts yet, so there is nothing to put in order.</EmptyState>
  </>
)
