import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { shortDate } from '@/app/_format/calendar-date'
import type { ShownColumn } from '@/app/_table/data-table'
import type { LearnerQuestion } from '@/lib/cohort/view/learner-topics'
import { ExportLink } from '../../../../_components/export-link'
import { rangeText } from '../../../_components/range'
import { type LearnerPlace, LearnerTable } from './learner-table'

/** The questions of one topic. Those with the lowest readiness come first. */
export function TopicQuestions({ place }: { place: LearnerPlace }) {
  const { cohortId, view } = place
  const { topic } = view
  if (topic === null) return null
  return (
    <div id="questions" className="scroll-mt-6">
      <Panel title={topic.title} aside="Questions">
        <LearnerTable
          place={place}
          table="questions"
          caption={`Questions of ${topic.title}`}
          what="question"
          rows={topic.questions}
          columns={columnsIn(cohortId)}
          keyOf={({ id }) => id}
          rowHead={{ className: 'min-w-56' }}
        />
        <ExportLink
          cohortId={cohortId}
          table="analyst-questions"
          of={view.userId}
          on={view.on}
          label="Download all questions as CSV"
          what={view.name}
        />
      </Panel>
    </div>
  )
}

const columnsIn = (cohortId: string): readonly ShownColumn<LearnerQuestion>[] => [
  {
    id: 'prompt',
    head: 'Question',
    value: ({ prompt }) => prompt,
    cell: ({ id, prompt }) => (
      <Link className="link" href={`/cohorts/${cohortId}/questions/${id}`}>
        {prompt}
      </Link>
    ),
  },
  {
    id: 'ready',
    head: 'Ready',
    value: ({ readiness }) => readiness.idle,
    numeric: true,
    fallsFirst: false,
    cell: ({ readiness }) => rangeText(readiness),
  },
  {
    id: 'lapses',
    head: 'Lapses',
    value: ({ seen, lapses }) => (seen ? lapses : null),
    numeric: true,
    cell: ({ seen, lapses }) => (seen ? lapses : '–'),
  },
  {
    id: 'next',
    head: 'Next review',
    value: ({ seen, suspended, due }) => (seen && !suspended ? due : null),
    numeric: true,
    fallsFirst: false,
    cell: comesBack,
  },
]

function comesBack({ seen, suspended, due }: LearnerQuestion): string {
  if (!seen) return 'not seen'
  if (suspended) return 'set aside'
  return due === null ? '–' : shortDate(due)
}
