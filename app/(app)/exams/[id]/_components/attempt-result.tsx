import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDateTime } from '@/app/_format/format-date'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import type { ExamView } from '@/lib/server/exam/load-exam'
import { TypedAnswers } from './typed-answers'
import { UnsentAnswers } from './unsent-answers'

type Props = {
  attempt: ExamView['past'][number]
  view: ExamView
  zone: string
}

/** The result of one finished attempt by topic, without the answers. */
export function AttemptResult({ attempt, view: { exam, topicTitles }, zone }: Props) {
  const { result, certificate, submittedAt, changedSince, regraded } = attempt
  if (result === null) return null
  const unanswered = result.outcomes.filter((outcome) => outcome === 'unanswered').length
  const place = new Map(exam.blueprint.map(({ topicId }, index) => [topicId, index]))
  const topics = result.topics.toSorted(
    (a, b) => (place.get(a.topicId) ?? 0) - (place.get(b.topicId) ?? 0),
  )
  const title = `Attempt ${attempt.number}: ${result.passed ? 'passed' : 'not passed'}`
  return (
    <Panel title={title} aside={submittedAt === null ? null : formatDateTime(submittedAt, zone)}>
      <UnsentAnswers userId={attempt.userId} attemptId={attempt.id} />
      <p className="mb-4 max-w-measure font-serif text-lg">
        {result.right} of {result.total} correct, {percent(result.right / result.total)}; the pass
        mark is {percent(exam.passMark)}.
        {unanswered > 0 ? ` ${count(unanswered, 'question')} not answered.` : ''}
      </p>
      <Table caption={`${title}, by topic`} className="max-w-2xl">
        <thead>
          <tr>
            <Th>Topic</Th>
            <Th numeric>Correct</Th>
            <Th numeric>Incorrect or unanswered</Th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topicId, right, total }) => (
            <tr key={topicId}>
              <RowTh>{topicTitles[topicId] ?? topicId}</RowTh>
              <Td numeric>
                {right} of {total}
              </Td>
              <Td numeric>{total - right}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {changedSince > 0 ? (
        <p className="mt-4 max-w-measure text-sm text-ink-2">
          {count(changedSince, 'question')} of this attempt {changedSince === 1 ? 'was' : 'were'}{' '}
          corrected in meaning or withdrawn since then. The result follows the course as it was at
          the time of the attempt. Ask your instructor if the result was close.
        </p>
      ) : null}
      {regraded > 0 ? (
        <p className="mt-4 max-w-measure text-sm text-ink-2">
          {count(regraded, 'question')} of this attempt {regraded === 1 ? 'was' : 'were'} corrected
          since then, and an instructor decided how the answers to {regraded === 1 ? 'it' : 'them'}{' '}
          count. The result includes that.
        </p>
      ) : null}
      {certificate ? (
        <p className="mt-4 text-sm">
          <Link href={`/certificates/${certificate.code}`} className="link">
            Certificate
          </Link>
          {certificate.voidedAt === null
            ? ''
            : `, revoked on ${formatDateTime(certificate.voidedAt, zone)}`}
        </p>
      ) : null}
      <TypedAnswers attemptId={attempt.id} answers={attempt.typedAnswers} zone={zone} />
    </Panel>
  )
}
