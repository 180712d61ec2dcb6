import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { Tag } from '@/app/_components/tag'
import { RATING_NAMES } from '@/app/_study/card/rating-names'
import { ChoiceBox } from '@/app/_table/choice-box'
import { ChooseAll } from '@/app/_table/choose-all'
import { percent } from '@/lib/kernel/percent'
import type { QuestionsView } from '@/lib/server/study/load-questions'
import { STATE_NAMES } from './question-words'

type Row = QuestionsView['rows'][number]

type Props = {
  rows: readonly Row[]
  /** The form that acts on the questions that are chosen. */
  form: string
}

/** The questions of one page, each with a box to choose it by. */
export function QuestionTable({ rows, form }: Props) {
  return (
    <Table caption="Your questions" className="sm:min-w-[52rem]">
      <thead>
        <tr>
          <Th className="w-8">
            <ChooseAll form={form} field="q" label="Choose all on this page" />
          </Th>
          <Th>Question</Th>
          <Th>State</Th>
          <Th>Due</Th>
          <Th numeric>Recall</Th>
          <Th numeric>Lapses</Th>
          <Th>Last answer</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td>
              <ChoiceBox form={form} field="q" value={row.id} name={row.prompt} chosen={false} />
            </Td>
            <RowTh plain className="max-w-md min-w-56 sm:min-w-64">
              <Link href={`/questions/${row.id}`} className="link font-serif text-base">
                {row.prompt}
              </Link>
              <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-label text-ink-2">
                {row.topicTitle}
                {row.difficult ? <Tag tone="hard">Difficult</Tag> : null}
                {row.flag === null ? null : (
                  <Tag tone="accent">
                    {row.flag === 'waiting' ? 'Flagged' : 'Flagged, answered'}
                  </Tag>
                )}
              </span>
            </RowTh>
            <Td>{STATE_NAMES[row.place]}</Td>
            <Td>{row.due ?? '–'}</Td>
            <Td numeric>{row.recall === null ? '–' : percent(row.recall)}</Td>
            <Td numeric>{row.lapses}</Td>
            <Td>{row.last === null ? '–' : RATING_NAMES[row.last]}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
