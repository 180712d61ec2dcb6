import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { shortDate } from '@/app/(app)/_components/day-label'
import type { LearnerQuestion } from '@/lib/cohort/view/learner-topics'
import type { LearnerView } from '@/lib/cohort/view/learner-view'
import { ExportLink } from '../../../../_components/export-link'
import { rangeText } from '../../../_components/range'

const SHOWN = 40

/** The questions of one topic, those with the lowest readiness first. */
export function TopicQuestions({ cohortId, view }: { cohortId: string; view: LearnerView }) {
  const { topic } = view
  if (topic === null) return null
  const shown = topic.questions.slice(0, SHOWN)
  const rest = topic.questions.slice(SHOWN)
  return (
    <div id="questions" className="scroll-mt-6">
      <Panel title={topic.title} aside="Questions">
        <QuestionTable
          cohortId={cohortId}
          questions={shown}
          caption={`Questions of ${topic.title}`}
        />
        {rest.length === 0 ? null : (
          <details className="mt-3">
            <summary className="link inline-block cursor-pointer py-1 text-sm">
              {rest.length} more with higher readiness
            </summary>
            <QuestionTable
              cohortId={cohortId}
              questions={rest}
              caption={`The other questions of ${topic.title}`}
            />
          </details>
        )}
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

type TableProps = {
  cohortId: string
  questions: readonly LearnerQuestion[]
  caption: string
}

function QuestionTable({ cohortId, questions, caption }: TableProps) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Question</Th>
          <Th numeric>Ready</Th>
          <Th numeric>Lapses</Th>
          <Th numeric>Next review</Th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question) => (
          <tr key={question.id}>
            <RowTh plain className="min-w-56">
              <Link className="link" href={`/cohorts/${cohortId}/questions/${question.id}`}>
                {question.prompt}
              </Link>
            </RowTh>
            <Td numeric>{rangeText(question.readiness)}</Td>
            <Td numeric>{question.seen ? question.lapses : '–'}</Td>
            <Td numeric>{comesBack(question)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function comesBack({ seen, suspended, due }: LearnerQuestion): string {
  if (!seen) return 'not seen'
  if (suspended) return 'set aside'
  return due === null ? '–' : shortDate(due)
}
