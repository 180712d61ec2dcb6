import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/app/_format/format-date'
import { requireLearner } from '@/lib/auth/scopes'
import type { ExamStatus } from '@/lib/exam/exam-status'
import { markOf } from '@/lib/exam/gradebook'
import { percent } from '@/lib/kernel/percent'
import { type ListedOwnExam, loadOwnExams } from '@/lib/server/exam/load-own-exams'

export const metadata: Metadata = { title: 'Exams' }

export default async function ExamsPage() {
  const scope = await requireLearner('/exams')
  const now = Date.now()
  const exams = await loadOwnExams(scope, { now })
  return (
    <>
      <PageHeader
        title="Exams"
        lead="The sign-off exams that you can take or have taken, with your certificates."
      />
      {exams.length === 0 ? (
        <EmptyState>
          There is no exam for you yet. An instructor creates exams for a cohort, and those that you
          can take are also on the Today page.
        </EmptyState>
      ) : (
        <Table caption="Your exams">
          <thead>
            <tr>
              <Th>Exam</Th>
              <Th>State</Th>
              <Th>Best result</Th>
              <Th numeric>Attempts</Th>
              <Th>Certificate</Th>
            </tr>
          </thead>
          <tbody>
            {exams.map((own) => (
              <Row key={own.exam.id} own={own} zone={scope.user.clock.zone} now={now} />
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}

function Row({
  own: { exam, cohortName, attempts, status },
  zone,
  now,
}: {
  own: ListedOwnExam
  zone: string
  now: number
}) {
  const { best, passedAt } = markOf(attempts, now)
  const certificate = attempts.findLast((attempt) => attempt.certificate !== null)?.certificate
  return (
    <tr>
      <RowTh className="min-w-40">
        <Link href={`/exams/${exam.id}`} className="link">
          {exam.title}
        </Link>
        <span className="block text-label font-normal text-ink-2">{cohortName}</span>
      </RowTh>
      <Td className="min-w-28">{stateText(status, zone)}</Td>
      <Td className="whitespace-nowrap">
        {best === null ? (
          <span className="text-ink-2">not taken</span>
        ) : (
          `${best.right} of ${best.total}, ${percent(best.right / Math.max(1, best.total))}`
        )}
        {passedAt === null ? null : (
          <span className="block text-label text-ink-2">
            passed on {formatDate(passedAt, zone)}
          </span>
        )}
      </Td>
      <Td numeric>{attempts.length}</Td>
      <Td>
        {certificate ? (
          <Link href={`/certificates/${certificate.code}`} className="link whitespace-nowrap">
            {certificate.voidedAt === null ? 'Open' : 'Revoked'}
            <span className="sr-only">: certificate of {exam.title}</span>
          </Link>
        ) : (
          <span className="text-ink-2">none</span>
        )}
      </Td>
    </tr>
  )
}

function stateText(status: ExamStatus, zone: string): string {
  switch (status.kind) {
    case 'running':
      return 'In progress'
    case 'may-start':
      return status.number === 1 ? 'You can start it' : `You can start attempt ${status.number}`
    case 'passed':
      return 'Passed'
    case 'not-open-yet':
      return `Opens on ${formatDate(status.opensAt, zone)}`
    case 'wait':
      return `Attempt ${status.number} opens on ${formatDate(status.until, zone)}`
    case 'spent':
      return 'All attempts are used'
    case 'closed':
      return 'Closed'
  }
}
