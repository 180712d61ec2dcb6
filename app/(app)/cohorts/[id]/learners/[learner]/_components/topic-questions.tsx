import Link from 'next/link'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { shortDate } from '@/app/(app)/_components/day-label'
import type { AnalystView, QuestionStanding } from '@/lib/server/load-analyst'
import { rangeText } from '../../../_components/range'

/** The questions behind one figure, the least ready first. */
export function TopicQuestions({
  cohortId,
  topic,
}: {
  cohortId: string
  topic: AnalystView['topic']
}) {
  if (topic === null) return null
  return (
    <div id="questions" className="scroll-mt-6">
      <Panel title={topic.title} aside="Question by question">
        <Table caption={`Questions of ${topic.title}`}>
          <thead>
            <tr>
              <Th>Question</Th>
              <Th numeric>Ready</Th>
              <Th numeric>Lapses</Th>
              <Th numeric>Comes back</Th>
            </tr>
          </thead>
          <tbody>
            {topic.questions.map((question) => (
              <tr key={question.id}>
                <RowTh className="min-w-56 font-normal">
                  <Link
                    className="link"
                    prefetch={false}
                    href={`/cohorts/${cohortId}/questions/${question.id}`}
                  >
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
      </Panel>
    </div>
  )
}

function comesBack({ seen, suspended, due }: QuestionStanding): string {
  if (!seen) return 'not begun'
  if (suspended) return 'set aside'
  return due === null ? '–' : shortDate(due)
}
