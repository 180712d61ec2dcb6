import type { Metadata } from 'next'
import { cache, type ReactNode } from 'react'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import { formatLastSeen } from '@/app/_format/format-date'
import { orNotFound } from '@/app/_http/or-not-found'
import { first } from '@/app/_table/query'
import { DEPTH_NAMES, depthName } from '@/app/(app)/_components/depth-words'
import { CalibrationFigure } from '@/app/(app)/_components/study/calibration'
import { HeatMap } from '@/app/(app)/_components/study/heat-map'
import { TableBehind } from '@/app/(app)/_components/study/table-behind'
import { WeekTable } from '@/app/(app)/_components/study/week-table'
import { requireCohort } from '@/lib/auth/scopes'
import type { LearnerView } from '@/lib/cohort/view/learner-view'
import { REACHES, type Reach } from '@/lib/course/reach'
import { asUserId } from '@/lib/kernel/ids'
import { percent } from '@/lib/kernel/percent'
import { loadLearner } from '@/lib/server/cohort/load-learner'
import { ExportLink } from '../../../_components/export-link'
import { rangeText } from '../../_components/range'
import { mostPerDay, recentWords, Sparkline } from '../../_components/sparkline'
import { DEADLINE_COLUMNS } from './_components/deadlines'
import { FACT_COLUMNS } from './_components/hardest-facts'
import { type LearnerPlace, LearnerTable } from './_components/learner-table'
import { lessonColumns } from './_components/lesson-list'
import { Membership } from './_components/membership'
import { Notes } from './_components/notes'
import { Reasons } from './_components/reasons'
import { TopicQuestions } from './_components/topic-questions'
import { topicColumns } from './_components/topic-readiness'

type Props = {
  params: Promise<{ id: string; learner: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Cached for the request, because both the title and the page need it. */
const load = cache(
  async (id: string, learner: string, days: number, topic: string | null, depth: string | null) => {
    const scope = await requireCohort('/cohorts/[id]/learners/[learner]', id)
    const now = Date.now()
    const reach = REACHES.find((name) => name === depth) ?? null
    const input = { userId: asUserId(learner), daysAhead: days, topic, reach, now }
    const view = await orNotFound(() => loadLearner(scope, input))
    return { viewer: scope.viewer, now, view }
  },
)

async function asked({ params, searchParams }: Props) {
  const [{ id, learner }, search] = await Promise.all([params, searchParams])
  const days = Math.trunc(Number(first(search.days))) || 0
  return { id, ...(await load(id, learner, days, first(search.topic), first(search.depth))) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await asked(props)).view.name }
}

export default async function LearnerPage(props: Props) {
  const { id, viewer, now, view } = await asked(props)
  const params = await props.searchParams
  const keep = {
    days: first(params.days),
    depth: first(params.depth),
    topic: first(params.topic),
  }
  const place: LearnerPlace = { cohortId: id, view, params, keep }
  const when = view.on === view.today ? 'today' : `on ${longDate(view.on)}`
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title={view.name}
        lead={`${LEADS[view.reach]} ${when}: ${rangeText(view.overall)}.`}
      />
      <div className="space-y-14">
        <Facts view={view} seen={formatLastSeen(view.lastSeenAt, now, viewer.clock)} />
        {view.disabled ? (
          <Notice title="This account is disabled">
            Nobody can sign in to it. It is left out of the figures of the cohort. What is shown
            here is what {view.name} had learned.
          </Notice>
        ) : (
          <Reasons cohortId={id} view={view} />
        )}
        {view.status.deadlines.length === 0 ? null : (
          <Section id="due" title="Assignments">
            <LearnerTable
              place={place}
              table="due"
              caption="Assignments of this analyst"
              what="assignment"
              rows={view.status.deadlines}
              columns={DEADLINE_COLUMNS}
              keyOf={({ assignment }) => assignment.id}
              rowHead={{ className: 'min-w-44' }}
            />
            <ExportLink
              cohortId={id}
              table="analyst-assignments"
              of={view.userId}
              what="the assignments"
            />
          </Section>
        )}
        <Section
          id="topics"
          title="Readiness by topic"
          aside={`${DEPTH_NAMES[view.reach]}, ${longDate(view.on)}`}
        >
          <LearnerTable
            place={place}
            table="topics"
            caption={`Readiness by topic on ${longDate(view.on)}, depth: ${depthName(view.reach)}`}
            what="topic"
            rows={view.topics}
            columns={topicColumns(id, view)}
            keyOf={(topic) => topic.id}
          />
          <ExportLink cohortId={id} table="analyst-topics" of={view.userId} what="the topics" />
        </Section>
        <TopicQuestions place={place} />
        <Section id="facts" title="Hardest facts" aside="Most lapses first">
          {view.hardest.length === 0 ? (
            <p className="font-serif text-lg text-ink-2">No fact has been forgotten yet.</p>
          ) : (
            <LearnerTable
              place={place}
              table="facts"
              caption="Facts forgotten most often"
              what="fact"
              rows={view.hardest}
              columns={FACT_COLUMNS}
              keyOf={(fact) => fact.id}
              rowHead={{ className: 'min-w-56' }}
            />
          )}
          <ExportLink
            cohortId={id}
            table="analyst-facts"
            of={view.userId}
            what="the hardest facts"
          />
        </Section>
        <Panel title="Last year" aside="Answers per day">
          <HeatMap year={view.year} />
          <TableBehind>
            <WeekTable year={view.year} />
          </TableBehind>
          <ExportLink
            cohortId={id}
            table="analyst-days"
            of={view.userId}
            what="the answers per day"
          />
        </Panel>
        {view.predictions === null ? null : (
          <Panel title="Calibration" aside="Accuracy of the predicted recall">
            <CalibrationFigure
              calibration={view.predictions}
              stated="Predicted"
              caption="Predicted and observed recall"
              judged={{ subject: 'Predictions', many: true, of: 'review' }}
            />
          </Panel>
        )}
        {view.confidence === null ? null : (
          <Panel title="Confidence" aside="Stated before the answer is shown">
            <CalibrationFigure
              calibration={view.confidence}
              stated="Stated"
              caption="Confidence and correct answers"
              judged={{ subject: 'The stated confidence', many: false, of: 'answer' }}
            />
          </Panel>
        )}
        <Section id="lessons" title="Lessons" aside={lessonCount(view)}>
          <details open={Object.keys(params).some((name) => name.startsWith('lessons-'))}>
            <summary className="link inline-block cursor-pointer py-1 text-sm">
              All {view.lessons.length} lessons
            </summary>
            <div className="mt-3">
              <LearnerTable
                place={place}
                table="lessons"
                caption="Lessons of this analyst"
                what="lesson"
                rows={view.lessons}
                columns={lessonColumns(viewer.clock.zone)}
                keyOf={(lesson) => lesson.id}
                rowHead={{ className: 'min-w-44' }}
              />
            </div>
          </details>
          <ExportLink cohortId={id} table="analyst-lessons" of={view.userId} what="the lessons" />
        </Section>
        <Panel title="Notes" aside="For the instructors of this cohort">
          <Notes cohortId={id} view={view} zone={viewer.clock.zone} />
        </Panel>
        <Panel title="Membership">
          <Membership
            cohortId={id}
            userId={view.userId}
            name={view.name}
            others={view.otherCohorts}
            figures={{
              answers: view.year.reduce((sum, { reviews }) => sum + reviews, 0),
              assignments: view.status.deadlines.length,
              notes: view.notes.length,
            }}
          />
        </Panel>
      </div>
    </>
  )
}

type SectionProps = { id: string; title: string; aside?: string; children: ReactNode }

/** A part of the page to which the heads of its table lead. */
const Section = ({ id, title, aside, children }: SectionProps) => (
  <div id={id} className="scroll-mt-6">
    <Panel title={title} aside={aside}>
      {children}
    </Panel>
  </div>
)

const LEADS: Readonly<Record<Reach, string>> = {
  core: 'Readiness for the core',
  full: 'Readiness for the full course',
  all: 'Readiness for everything',
}

const lessonCount = ({ lessons }: LearnerView) =>
  `${lessons.filter(({ record }) => (record?.completedAt ?? null) !== null).length} of ${lessons.length} finished`

/** How it stands with the analyst: the figures of today, and the work of the last 30 days. */
function Facts({ view, seen }: { view: LearnerView; seen: string }) {
  const { status, trueRetention, recent } = view
  const figures = [
    ['Due today', String(status.due)],
    ['Answers on a usual day', String(Math.round(status.pace.usualPerDay))],
    [
      'True retention, 30 days',
      trueRetention === null
        ? 'no answers'
        : `${percent(trueRetention.passed / trueRetention.total)} of ${trueRetention.total}`,
    ],
    ['Last seen', seen],
    ['Joined', longDate(view.joined)],
  ] as const
  return (
    <div className="border-y border-rule py-5">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-5 sm:grid-cols-5">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-label text-ink-2">{name}</dt>
            <dd className="mt-0.5 font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex flex-wrap items-end gap-x-6 gap-y-2">
        <Sparkline recent={recent} most={mostPerDay([recent])} step={8} />
        <p aria-hidden="true" className="text-label text-ink-2">
          {recentWords(recent)}.
        </p>
      </div>
    </div>
  )
}
