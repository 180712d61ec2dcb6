import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { formatDateTime } from '@/app/_format/format-date'
import { safeNext } from '@/app/_http/safe-next'
import { requireLearner } from '@/lib/auth/scopes'
import { loadRunningExams } from '@/lib/server/exam/during-exam'
import { AskedNote } from './_components/asked-note'

export const metadata: Metadata = { title: 'Your exam is open' }

type Props = { searchParams: Promise<{ asked?: string | string[] }> }

/** Shown instead of a page that can show answers, to somebody whose exam is open. */
export default async function ExamRunningPage({ searchParams }: Props) {
  const scope = await requireLearner('/exam-running')
  const { asked } = await searchParams
  const exams = await loadRunningExams(scope, { now: Date.now() })
  if (exams.length === 0) redirect(safeNext(typeof asked === 'string' ? asked : undefined))
  const { zone } = scope.user.clock
  return (
    <div className="page-width py-14">
      <div className="mx-auto max-w-measure space-y-6">
        <PageHeader
          title="Your exam is open"
          lead="Until it is over, everything that can show answers is closed for you: the course, lessons, reviews, your progress, notes, the reference, the search and your cohorts."
        />
        <ul className="space-y-4">
          {exams.map(({ id, examId, title, endsAt }) => (
            <li key={id}>
              <LinkButton href={`/exams/${examId}/paper`}>Go back to “{title}”</LinkButton>
              <p className="mt-2 text-sm text-ink-2">
                Its time is over at {formatDateTime(endsAt, zone)}. Then, two minutes later, or as
                soon as you hand it in, everything is open again.
              </p>
            </li>
          ))}
        </ul>
        <AskedNote asked={typeof asked === 'string' ? asked : null} />
      </div>
    </div>
  )
}
