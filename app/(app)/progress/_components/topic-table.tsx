import { Link } from '@/app/_components/link'
import { Meter } from '@/app/_components/meter'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { ProgressView } from '@/lib/review/view/progress'

/** How many questions of each topic the learner is expected to recall today, out of all. */
export function TopicTable({ topics }: { topics: ProgressView['topics'] }) {
  return (
    <Table caption="Knowledge by topic">
      <thead>
        <tr>
          <Th>Topic</Th>
          <Th className="w-64">Known today</Th>
          <Th numeric>Seen</Th>
          <Th numeric>Mature</Th>
          <Th numeric>Due</Th>
          <Th numeric>Set aside</Th>
          <Th>
            <span className="sr-only">Cram</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic.id}>
            <RowTh className="min-w-40">
              {topic.title}
              {topic.about === null ? null : (
                <span className="block text-label font-normal text-ink-2">{topic.about}</span>
              )}
            </RowTh>
            <Td>
              <span className="flex items-center gap-3 max-sm:flex-col-reverse max-sm:items-stretch max-sm:gap-1">
                <Meter
                  share={topic.known / topic.total}
                  behind={topic.seen / topic.total}
                  label={`${topic.title}: ${Math.round(topic.known)} of ${topic.total} known, ${topic.seen} seen`}
                />
                <span className="w-24 shrink-0 whitespace-nowrap sm:text-right">
                  {Math.round(topic.known)} of {topic.total}
                </span>
              </span>
            </Td>
            <Td numeric>{topic.seen}</Td>
            <Td numeric>{topic.mature}</Td>
            <Td numeric>{topic.due}</Td>
            <Td numeric>{topic.suspended}</Td>
            <Td>
              {topic.seen === 0 ? null : (
                <Link
                  href={`/review?mode=cram&scope=${topic.id}`}
                  className="link whitespace-nowrap"
                >
                  Cram<span className="sr-only"> {topic.title}</span>
                </Link>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
