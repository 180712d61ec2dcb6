import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import { TermHelp } from '@/app/_help/term-help'
import { rememberedOrder } from '@/app/_table/asked-of'
import { Pages } from '@/app/_table/pages'
import { first, pageOf, query } from '@/app/_table/query'
import { RememberOrder } from '@/app/_table/remember-order'
import { tableHref } from '@/app/_table/table-address'
import { DEPTH_NAMES, depthName } from '@/app/(app)/_components/depth-words'
import { requireCohort } from '@/lib/auth/scopes'
import type { Readiness } from '@/lib/cohort/readiness'
import { MATRIX_GROUPS } from '@/lib/cohort/view/matrix-group'
import type { ReadinessView } from '@/lib/cohort/view/readiness-view'
import { REACHES } from '@/lib/course/reach'
import { count } from '@/lib/kernel/count'
import { wholePercent } from '@/lib/kernel/percent'
import { isIsoDate } from '@/lib/kernel/study-day'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { orderText } from '@/lib/table/order-text'
import { ExportLink } from '../_components/export-link'
import { ActPanel } from './_components/act-panel'
import { ACTS } from './_components/acts'
import { AnalystPanel } from './_components/analyst-panel'
import { AtRiskList } from './_components/at-risk-list'
import { CHOICE_FORM, ChoiceBar } from './_components/choice-bar'
import type { HeatFigures } from './_components/heat-cell'
import { MatrixForm } from './_components/matrix-form'
import { rangeText } from './_components/range'
import { ReadinessTable } from './_components/readiness-table'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await requireCohort('/cohorts/[id]', (await params).id)).cohort.name }
}

export default async function CohortPage({ params, searchParams }: Props) {
  const { id } = await params
  const scope = await requireCohort('/cohorts/[id]', id)
  const asked = await searchParams
  const on = dateOf(first(asked.on))
  const depth = REACHES.find((name) => name === first(asked.depth)) ?? null
  const group = MATRIX_GROUPS.find((name) => name === first(asked.show)) ?? null
  const attention = first(asked.attention) === 'all' ? 'all' : null
  const act = ACTS.find((name) => name === first(asked.act)) ?? null
  const everybody = first(asked.everybody) !== null
  const picked = [asked.person ?? []].flat()
  const who = first(asked.who)
  if (first(asked.act) === 'csv') redirect(`/cohorts/${id}/export/readiness.csv${fileQuery(asked)}`)
  const now = Date.now()
  const view = await loadReadiness(scope, {
    now,
    on,
    reach: depth,
    sort: first(asked.sort) ?? (await rememberedOrder('readiness')),
    words: first(asked.q)?.trim().slice(0, 200) ?? '',
    group,
    page: pageOf(first(asked.page)),
    chosen: everybody ? 'found' : picked,
    who,
  })
  if (view.learners === 0) return <NoAnalysts view={view} id={id} />
  const path = `/cohorts/${id}`
  const { order, words, page } = view
  const sort = order && orderText(order)
  const keep = { on, depth, show: group, attention }
  const place = { path, keep, anchor: 'matrix' }
  const hrefTo = (to: number) => tableHref(place, { order, words, page: to })
  const closed = hrefTo(page)
  return (
    <>
      <PageHeader label="Cohort" title={view.cohortName} lead={leadOf(view)} />
      {act === null || scope.cohort.archived ? null : (
        <ActPanel
          scope={scope}
          act={act}
          chosen={view.chosen}
          back={closed.split('#')[0] ?? path}
        />
      )}
      <div className="space-y-14">
        <Panel
          title="Needs attention"
          aside={
            <>
              {countOf(view)}
              <TermHelp of="at-risk" />
            </>
          }
        >
          <AtRiskList
            cohortId={id}
            atRisk={view.atRisk}
            snoozed={view.snoozed}
            hrefOfAll={
              attention === null
                ? `${path}${query({ ...keep, sort, q: words || null, page, attention: 'all' })}`
                : null
            }
          />
          <ExportLink cohortId={id} table="at-risk" what="analysts who need attention" />
        </Panel>
        <Panel
          title="Readiness"
          aside={
            <>
              {DEPTH_NAMES[view.reach]}, {longDate(view.on)}
              <TermHelp of="readiness" />
            </>
          }
        >
          <div id="matrix" className="scroll-mt-4" />
          <MatrixForm view={view} group={group} sort={sort} path={path} />
          <Instead view={view} />
          {first(asked.sort) === null || sort === null ? null : (
            <RememberOrder table="readiness" order={sort} />
          )}
          {view.found === 0 ? (
            <p role="status" className="font-serif text-lg text-ink-2">
              Nobody fits.{' '}
              <Link className="link" href={`${path}#matrix`}>
                Show everybody
              </Link>
            </p>
          ) : (
            <>
              {scope.cohort.archived ? null : (
                <ChoiceBar
                  keep={{ ...keep, sort, q: words || null, page: page === 1 ? null : page }}
                  found={view.pages > 1 ? view.found : null}
                  everybody={everybody}
                />
              )}
              <div
                className={
                  view.panel === null
                    ? ''
                    : 'lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-x-6'
                }
              >
                {view.panel === null ? null : (
                  <AnalystPanel
                    cohortId={id}
                    panel={view.panel}
                    hrefOfClosed={closed}
                    now={now}
                    clock={scope.viewer.clock}
                    archived={scope.cohort.archived}
                  />
                )}
                <div className="min-w-0">
                  <ReadinessTable
                    cohortId={id}
                    {...tableOf(view)}
                    {...{ order, words, page, keep, who }}
                    form={scope.cohort.archived ? null : CHOICE_FORM}
                    chosen={everybody ? [] : picked}
                  />
                </div>
              </div>
            </>
          )}
          <Pages what="analysts" page={page} pages={view.pages} hrefOf={hrefTo} />
          <Legend />
          <ExportLink
            cohortId={id}
            table="readiness"
            what="readiness"
            on={view.on}
            asked={{ sort, q: words || null, show: group, depth: view.reach }}
          />
        </Panel>
      </div>
    </>
  )
}

/** The same figures of the chosen analysts as a file, or of all that are shown if nobody is chosen. */
function fileQuery(asked: Awaited<Props['searchParams']>): string {
  const names = ['on', 'depth', 'sort', 'q', 'show', 'everybody'] as const
  const values = names.flatMap((name) => {
    const value = first(asked[name])
    return value === null ? [] : [[name, value]]
  })
  const people = [asked.person ?? []].flat().map((id) => ['person', id])
  return `?${new URLSearchParams([...values, ...people])}`
}

const Legend = () => (
  <div className="mt-4 max-w-measure space-y-2 text-label text-ink-2">
    <p>
      Before a figure, ✓ says that the target of what is assigned of the topic is reached today, ·
      that the analyst is on the way to it, ▾ that the present pace is too slow for it, and ✕ that
      it was due and is not reached. A press on a name shows the analyst beside the table, and one
      on a figure the questions behind it.
    </p>
    <p>
      Readiness is the share of a topic’s questions of the chosen depth, in percent, that an analyst
      would recall on that day: the mean of the predicted recall. Questions not seen count as 0.
      Questions set aside count with their predicted recall. The first figure assumes no reviews
      from today on. The second assumes that every review is done on the day it is due, and that new
      questions are introduced up to each analyst’s daily limit, assigned ones first, and none
      beyond the depth that the analyst chose or an assignment asks for. Without a choice here, the
      depth is the most that an assignment of the cohort asks for.
    </p>
  </div>
)

/** Says that another date is shown than was asked for. */
function Instead({ view: { instead, on } }: { view: ReadinessView }) {
  if (instead === null) return null
  const why =
    instead.why === 'past'
      ? 'is past, and readiness looks ahead.'
      : 'is more than a year ahead, and a forecast that far says nothing.'
  return (
    <Notice className="mb-6" title="This is another date">
      {longDate(instead.of)} {why} The table shows {longDate(on)} instead.
    </Notice>
  )
}

const dateOf = (text: string | null) => (text !== null && isIsoDate(text) ? text : null)

function leadOf({ learners, cohort, daysAhead, on, reach }: ReadinessView): string {
  const when = daysAhead === 0 ? 'today' : `on ${longDate(on)}`
  return `${count(learners, 'analyst')}, average readiness ${rangeText(cohort.overall)} ${when} (${depthName(reach)}).`
}

/** What the table shows of it, and nothing else, because all of it travels to the browser. */
function tableOf({ on, daysAhead, reach, topics, cohort, rows }: ReadinessView) {
  const figures = (of: { overall: Readiness; topics: readonly Readiness[] }) => ({
    overall: heatFigures(of.overall),
    topics: of.topics.map(heatFigures),
  })
  return {
    on,
    depth: reach,
    daysAhead: daysAhead === 0 ? null : daysAhead,
    topics: topics.map(({ id, title, targets }) => ({ id, title, target: targetText(targets) })),
    cohort: figures(cohort),
    rows: rows.map((row) => {
      const { userId, name, marks, recent } = row
      return { userId, name, marks, recent, ...figures(row) }
    }),
  }
}

/** `target 80`, or the lowest and the highest of several. */
function targetText(targets: readonly number[]): string | null {
  if (targets.length === 0) return null
  const low = wholePercent(Math.min(...targets))
  const high = wholePercent(Math.max(...targets))
  return low === high ? `target ${low}` : `targets ${low}–${high}`
}

const heatFigures = ({ idle, planned }: Readiness): HeatFigures => [
  wholePercent(idle),
  wholePercent(planned),
]

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
