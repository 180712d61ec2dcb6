import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/app/_format/format-date'
import type { RevisionRow } from '@/lib/course/question-history'

type Props = { rows: readonly RevisionRow[]; zone: string }

/** Every revision of a question, for instructors. */
export const QuestionHistory = ({ rows, zone }: Props) => (
  <Panel title="History" aside={`revision ${rows[0]?.revision ?? 1}`}>
    <Table caption="Revisions, newest first">
      <thead>
        <tr>
          <Th numeric>Revision</Th>
          <Th>Published</Th>
          <Th>Change</Th>
          <Th>Note</Th>
          <Th>Answer before</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ revision, change, published }) => (
          <tr key={revision}>
            <RowTh plain className="cell-number">
              {revision}
            </RowTh>
            <Td className="min-w-40">
              {published === null ? (
                'before versions were kept'
              ) : (
                <>
                  {formatDate(published.at, zone)},{' '}
                  <Link className="link" href={`/course/versions/${published.version}`}>
                    version {published.version}
                  </Link>
                  {published.by === null ? null : `, by ${published.by}`}
                </>
              )}
            </Td>
            <Td>{change === null ? 'first' : change.severity}</Td>
            <Td className="min-w-48 wrap-break-word">{change?.note ?? ''}</Td>
            <Td className="min-w-40 wrap-break-word">
              {change?.severity === 'meaning' ? <del>{change.previousAnswer}</del> : ''}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  </Panel>
)
