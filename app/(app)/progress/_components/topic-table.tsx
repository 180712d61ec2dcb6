import { Meter } from '@/app/_components/meter'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { percent } from '@/app/(app)/_components/percent'
import type { ProgressView } from '@/lib/server/load-progress'

export function TopicTable({ topics }: { topics: ProgressView['topics'] }) {
  return (
    <Table caption="Progress by topic">
      <thead>
        <tr>
          <Th>Topic</Th>
          <Th numeric>Questions</Th>
          <Th numeric>Opened</Th>
          <Th numeric>Seen</Th>
          <Th numeric>Due</Th>
          <Th className="w-56">Predicted recall</Th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic.id}>
            <RowTh className="min-w-40">{topic.title}</RowTh>
            <Td numeric>{topic.total}</Td>
            <Td numeric>{topic.unlocked}</Td>
            <Td numeric>{topic.seen}</Td>
            <Td numeric>{topic.due}</Td>
            <Td>
              {topic.predictedRecall === null ? (
                <span className="text-ink-2">nothing seen yet</span>
              ) : (
                <span className="flex items-center gap-3">
                  <Meter share={topic.predictedRecall} label={`${topic.title}: predicted recall`} />
                  <span className="w-12 shrink-0 text-right">{percent(topic.predictedRecall)}</span>
                </span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
