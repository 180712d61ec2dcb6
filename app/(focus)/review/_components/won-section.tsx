import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import type { Won } from './won'

/** What the session won: recall in a week without it and with it, by topic. */
export function WonSection({ won }: { won: Won }) {
  return (
    <>
      <p className="mb-3 max-w-measure font-serif">
        A week from now you would recall about {Math.round(won.without)} of{' '}
        {won.questions === 1 ? 'this question' : `these ${count(won.questions, 'question')}`}{' '}
        without this session, and about {Math.round(won.with)} with it.
      </p>
      <Table caption="Predicted recall a week from now, by topic">
        <thead>
          <tr>
            <Th>Topic</Th>
            <Th numeric>Questions</Th>
            <Th numeric>Before</Th>
            <Th numeric>After</Th>
          </tr>
        </thead>
        <tbody>
          {won.topics.map(({ title, questions, ...recall }) => (
            <tr key={title}>
              <RowTh plain>{title}</RowTh>
              <Td numeric>{questions}</Td>
              <Td numeric>{percent(recall.without / questions)}</Td>
              <Td numeric className="font-semibold">
                {percent(recall.with / questions)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
