import { formatDate } from '@/app/_format/format-date'
import { DataTable, type ShownColumn } from '@/app/_table/data-table'
import type { Attempt } from '@/lib/exam/exam'
import { percent } from '@/lib/kernel/percent'
import type { ExamResults, ExamTaker } from '@/lib/server/exam/load-exam-results'
import { shownRows, type TableQuery } from '@/lib/table/shown-rows'
import { CertificateCell } from './certificate-cell'

type Props = {
  cohortId: string
  results: ExamResults
  zone: string
  query: TableQuery
}

/** One row for each analyst: attempts, best result, certificate and the result in each topic. */
export function ResultTable({ cohortId, results, zone, query }: Props) {
  const columns = resultColumns({ cohortId, topics: results.topics, zone })
  return (
    <DataTable
      caption="Results by analyst"
      what="analyst"
      name="results"
      shown={shownRows(results.takers, columns, query)}
      columns={columns}
      keyOf={({ userId }) => userId}
      place={{ path: `/cohorts/${cohortId}/exams/${results.exam.id}` }}
      csv={`/cohorts/${cohortId}/export/exam-results.csv?of=${results.exam.id}`}
      rowHead={{ named: true }}
      className="min-w-[44rem]"
    />
  )
}

type Ground = { cohortId: string; topics: ExamResults['topics']; zone: string }

const NONE = <span className="text-ink-2">–</span>

export const resultColumns = ({
  cohortId,
  topics,
  zone,
}: Ground): readonly ShownColumn<ExamTaker>[] => [
  { id: 'name', head: 'Analyst', value: ({ name }) => name },
  { id: 'attempts', head: 'Attempts', value: ({ attempts }) => attempts.length, numeric: true },
  {
    id: 'result',
    head: 'Result',
    value: ({ attempts }) => shareOf(bestOf(attempts)?.result),
    fallsFirst: true,
    className: 'whitespace-nowrap',
    cell: ({ attempts }) => <Result attempts={attempts} zone={zone} />,
  },
  {
    id: 'certificate',
    head: 'Certificate',
    value: ({ attempts }) => certifiedIn(attempts)?.submittedAt ?? null,
    cell: ({ name, attempts }) => {
      const certified = certifiedIn(attempts)
      return certified?.certificate ? (
        <CertificateCell
          cohortId={cohortId}
          certificate={certified.certificate}
          name={name}
          result={`${certified.result?.right} of ${certified.result?.total}`}
          zone={zone}
        />
      ) : (
        NONE
      )
    },
  },
  ...topics.map(({ id, title }) => ({
    id,
    head: title,
    value: ({ attempts }: ExamTaker) => shareOf(topicIn(attempts, id)),
    numeric: true,
    className: 'min-w-24 whitespace-normal!',
    cell: ({ attempts }: ExamTaker) => {
      const topic = topicIn(attempts, id)
      return topic ? `${topic.right}/${topic.total}` : NONE
    },
  })),
]

const shareOf = (result: { right: number; total: number } | null | undefined): number | null =>
  result && result.total > 0 ? result.right / result.total : null

const certifiedIn = (attempts: readonly Attempt[]) =>
  attempts.findLast(({ certificate }) => certificate !== null)

const topicIn = (attempts: readonly Attempt[], id: string) =>
  bestOf(attempts)?.result?.topics.find(({ topicId }) => topicId === id)

function Result({ attempts, zone }: { attempts: readonly Attempt[]; zone: string }) {
  const best = bestOf(attempts)
  const running = attempts.some(({ result }) => result === null)
  return (
    <>
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
    </>
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
