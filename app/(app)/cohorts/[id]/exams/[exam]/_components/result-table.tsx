import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/app/_format/format-date'
import type { Attempt } from '@/lib/exam/exam'
import { percent } from '@/lib/kernel/percent'
import type { ExamResults, ExamTaker } from '@/lib/server/exam/load-exam-results'
import { CertificateCell } from './certificate-cell'

type Props = { cohortId: string; results: ExamResults; zone: string }

/** One row for each analyst: attempts, best result, certificate and the result in each topic. */
export function ResultTable({ cohortId, results: { topics, takers }, zone }: Props) {
  return (
    <Table caption="Results by analyst" className="min-w-[44rem]">
      <thead>
        <tr>
          <Th className="sticky left-0 bg-paper">Analyst</Th>
          <Th numeric>Attempts</Th>
          <Th>Result</Th>
          <Th>Certificate</Th>
          {topics.map(({ id, title }) => (
            <Th key={id} numeric className="min-w-24 whitespace-normal!">
              {title}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {takers.map((taker) => (
          <Row key={taker.userId} cohortId={cohortId} taker={taker} topics={topics} zone={zone} />
        ))}
      </tbody>
    </Table>
  )
}

type RowProps = {
  cohortId: string
  taker: ExamTaker
  topics: ExamResults['topics']
  zone: string
}

function Row({ cohortId, taker: { name, attempts }, topics, zone }: RowProps) {
  const best = bestOf(attempts)
  const running = attempts.some(({ result }) => result === null)
  const certified = attempts.findLast(({ certificate }) => certificate !== null)
  return (
    <tr>
      <RowTh named className="sticky left-0 bg-paper">
        {name}
      </RowTh>
      <Td numeric>{attempts.length}</Td>
      <Td className="whitespace-nowrap">
        {best?.result ? (
          <>
            <span className="font-semibold">{best.result.passed ? 'Passed' : 'Not passed'}</span>,{' '}
            {best.result.right}/{best.result.total}{' '}
            <span className="text-ink-2">({percent(best.result.right / best.result.total)})</span>
            <span className="block text-label text-ink-2">
              {best.submittedAt === null ? '' : formatDate(best.submittedAt, zone)}
            </span>
          </>
        ) : running ? null : (
          <span className="text-ink-2">not taken</span>
        )}
        {running ? <span className="block text-ink-2">in progress</span> : null}
      </Td>
      <Td>
        {certified?.certificate ? (
          <CertificateCell
            cohortId={cohortId}
            certificate={certified.certificate}
            name={name}
            zone={zone}
          />
        ) : (
          <span className="text-ink-2">–</span>
        )}
      </Td>
      {topics.map(({ id }) => {
        const topic = best?.result?.topics.find(({ topicId }) => topicId === id)
        return (
          <Td key={id} numeric>
            {topic ? `${topic.right}/${topic.total}` : <span className="text-ink-2">–</span>}
          </Td>
        )
      })}
    </tr>
  )
}

/**
 * The attempt with the most correct answers, and the latest of several. Undefined if none is
 * graded.
 */
const bestOf = (attempts: readonly Attempt[]): Attempt | undefined =>
  attempts
    .filter(({ result }) => result !== null)
    .reduce<Attempt | undefined>(
      (best, next) => ((next.result?.right ?? 0) >= (best?.result?.right ?? 0) ? next : best),
      undefined,
    )
