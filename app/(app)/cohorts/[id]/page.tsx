import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { count } from '@/app/_format/count'
import { longDate } from '@/app/(app)/_components/day-label'
import { Pages } from '@/app/(app)/_components/pages'
import { first, pageOf, query } from '@/app/(app)/_components/query'
import { requireCohort } from '@/lib/auth/scopes'
import { READINESS_SORTS, type ReadinessView } from '@/lib/cohort/view/readiness-view'
import { isIsoDate } from '@/lib/kernel/study-day'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { ExportLink } from '../_components/export-link'
import { AtRiskList } from './_components/at-risk-list'
import { DateForm } from './_components/date-form'
import { rangeText } from './_components/range'
import { ReadinessTable } from './_components/readiness-table'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await requireCohort((await params).id)).cohort.name }
}

export default async function CohortPage({ params, searchParams }: Props) {
  const { id } = await params
  const scope = await requireCohort(id)
  const asked = await searchParams
  const sort = READINESS_SORTS.find((name) => name === first(asked.sort)) ?? 'name'
  const on = dateOf(first(asked.on))
  const page = pageOf(first(asked.page))
  const view = await loadReadiness(scope, { now: Date.now(), on, sort, page })
  if (view.learners === 0) return <NoAnalysts view={view} id={id} />
  return (
    <>
      <PageHeader label="Cohort" title={view.cohortName} lead={leadOf(view)} />
      <div className="space-y-14">
        <Panel title="Needs attention" aside={countOf(view)}>
          <AtRiskList cohortId={id} atRisk={view.atRisk} snoozed={view.snoozed} />
          <ExportLink cohortId={id} table="at-risk" what="analysts who need attention" />
        </Panel>
        <Panel title="Readiness" aside={longDate(view.on)}>
          <DateForm view={view} sort={sort} />
          <ReadinessTable cohortId={id} view={view} />
          <Pages
            what="analysts"
            page={view.page}
            pages={view.pages}
            hrefOf={(to) => `/cohorts/${id}${query({ on, sort, page: to })}`}
          />
          <p className="mt-4 max-w-measure text-label text-ink-2">
            Readiness is the share of a topic’s questions, in percent, that an analyst would recall
            on that day: the mean of the predicted recall. Questions not seen count as 0. Questions
            set aside count with their predicted recall. The first figure assumes no reviews from
            today on. The second assumes that every review is done on the day it is due, and that
            new questions are introduced up to each analyst’s daily limit, assigned ones first.
          </p>
          <ExportLink cohortId={id} table="readiness" what="readiness" on={view.on} />
        </Panel>
      </div>
    </>
  )
}

const dateOf = (text: string | null) => (text !== null && isIsoDate(text) ? text : null)

function leadOf({ learners, cohort, daysAhead, on }: ReadinessView): string {
  const when = daysAhead === 0 ? 'today' : `on ${longDate(on)}`
  return `${count(learners, 'analyst')}, average readiness ${rangeText(cohort.overall)} ${when}.`
}

const countOf = ({ atRisk, snoozed, learners }: ReadinessView) =>
  `${atRisk.length} of ${learners}${snoozed.length > 0 ? `, ${snoozed.length} snoozed` : ''}`

function NoAnalysts({ view, id }: { view: ReadinessView; id: string }) {
  return (
    <>
      <PageHeader label="Cohort" title={view.cohortName} />
      <EmptyState action={<LinkButton href={`/cohorts/${id}/people`}>Invite analysts</LinkButton>}>
        Nobody has joined yet. Their progress will appear here.
      </EmptyState>
    </>
  )
}
