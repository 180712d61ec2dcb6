import type { Metadata } from 'next'
import { cache } from 'react'
import { Notice } from '@/app/_components/notice'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { formatLastSeen } from '@/app/_format/format-date'
import { orNotFound } from '@/app/_http/or-not-found'
import { longDate } from '@/app/(app)/_components/day-label'
import { first } from '@/app/(app)/_components/query'
import { CalibrationFigure } from '@/app/(app)/_components/study/calibration'
import { HeatMap } from '@/app/(app)/_components/study/heat-map'
import { TableBehind } from '@/app/(app)/_components/study/table-behind'
import { WeekTable } from '@/app/(app)/_components/study/week-table'
import { requireCohort } from '@/lib/auth/scopes'
import type { LearnerView } from '@/lib/cohort/view/learner-view'
import { asUserId } from '@/lib/kernel/ids'
import { percent } from '@/lib/kernel/percent'
import { loadLearner } from '@/lib/server/cohort/load-learner'
import { ExportLink } from '../../../_components/export-link'
import { rangeText } from '../../_components/range'
import { Deadlines } from './_components/deadlines'
import { HardestFacts } from './_components/hardest-facts'
import { LessonList } from './_components/lesson-list'
import { Membership } from './_components/membership'
import { Notes } from './_components/notes'
import { Reasons } from './_components/reasons'
import { TopicQuestions } from './_components/topic-questions'
import { TopicReadiness } from './_components/topic-readiness'

type Props = {
  params: Promise<{ id: string; learner: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, learner: string, days: number, topic: string | null) => {
  const scope = await requireCohort(id)
  const now = Date.now()
  const input = { userId: asUserId(learner), daysAhead: days, topic, now }
  const view = await orNotFound(() => loadLearner(scope, input))
  return { viewer: scope.viewer, now, view }
})

async function asked({ params, searchParams }: Props) {
  const [{ id, learner }, search] = await Promise.all([params, searchParams])
  const days = Math.trunc(Number(first(search.days))) || 0
  return { id, ...(await load(id, learner, days, first(search.topic))) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await asked(props)).view.name }
}

export default async function LearnerPage(props: Props) {
  const { id, viewer, now, view } = await asked(props)
  const when = view.on === view.today ? 'today' : `on ${longDate(view.on)}`
  return (
    <>
      <PageHeader
        label={view.cohortName}
        title={view.name}
        lead={`Readiness for the whole course ${when}: ${rangeText(view.overall)}.`}
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
        <Panel title="Readiness by topic" aside={longDate(view.on)}>
          <TopicReadiness cohortId={id} view={view} />
          <ExportLink cohortId={id} table="analyst-topics" of={view.userId} what="the topics" />
        </Panel>
        <TopicQuestions cohortId={id} view={view} />
        {view.status.deadlines.length === 0 ? null : (
          <Panel title="Assignments">
            <Deadlines deadlines={view.status.deadlines} />
            <ExportLink
              cohortId={id}
              table="analyst-assignments"
              of={view.userId}
              what="the assignments"
            />
          </Panel>
        )}
        <Panel title="Hardest facts" aside="Most lapses first">
          <HardestFacts facts={view.hardest} />
          <ExportLink
            cohortId={id}
            table="analyst-facts"
            of={view.userId}
            what="the hardest facts"
          />
        </Panel>
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
            />
          </Panel>
        )}
        {view.confidence === null ? null : (
          <Panel title="Confidence" aside="Stated before the answer is shown">
            <CalibrationFigure
              calibration={view.confidence}
              stated="Stated"
              caption="Confidence and correct answers"
            />
          </Panel>
        )}
        <Panel title="Lessons" aside={lessonCount(view)}>
          <LessonList lessons={view.lessons} zone={viewer.clock.zone} />
          <ExportLink cohortId={id} table="analyst-lessons" of={view.userId} what="the lessons" />
        </Panel>
        <Panel title="Notes" aside="For the instructors of this cohort">
          <Notes cohortId={id} view={view} zone={viewer.clock.zone} />
        </Panel>
        <Panel title="Membership">
          <Membership
            cohortId={id}
            userId={view.userId}
            name={view.name}
            others={view.otherCohorts}
          />
        </Panel>
      </div>
    </>
  )
}

const lessonCount = ({ lessons }: LearnerView) =>
  `${lessons.filter(({ record }) => (record?.completedAt ?? null) !== null).length} of ${lessons.length} finished`

function Facts({ view, seen }: { view: LearnerView; seen: string }) {
  const { status, trueRetention } = view
  const figures = [
    ['Due today', String(status.due)],
    ['Answers on a usual day', String(Math.round(status.pace.usualPerDay))],
    [
      'True retention, 30 days',
      trueRetention === null
        ? 'no answers yet'
        : `${percent(trueRetention.passed / trueRetention.total)} of ${trueRetention.total}`,
    ],
    ['Last seen', seen],
    ['Joined', longDate(view.joined)],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-5 border-y border-rule py-5 sm:grid-cols-5">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-label text-ink-2">{name}</dt>
          <dd className="mt-0.5 font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
