import { Link } from '@/app/_components/link'
import { formatDateTime } from '@/app/_format/format-date'
import { MINUTE_MS } from '@/lib/kernel/duration'
import { loadOpenExams, type OpenExam } from '@/lib/server/exam/load-open-exams'
import type { LearnerScope } from '@/lib/server/scope'

/** One line for each exam that the analyst can take now. */
export async function OpenExams({ learner, now }: { learner: LearnerScope; now: number }) {
  const open = await loadOpenExams(learner, { now })
  if (open.length === 0) return null
  return (
    <ul className="mt-6 text-sm text-ink-2">
      {open.map(({ exam, status }) => (
        <li key={exam.id} className="py-0.5">
          Sign-off exam:{' '}
          <Link href={`/exams/${exam.id}`} className="link">
            {exam.title}
          </Link>
          {whenText({ exam, status }, now, learner.user.clock.zone)}
        </li>
      ))}
    </ul>
  )
}

function whenText({ exam, status }: OpenExam, now: number, zone: string): string {
  if (status.kind === 'running') {
    const minutes = Math.ceil(Math.max(0, status.endsAt - now) / MINUTE_MS)
    return minutes > 0 ? `, in progress: ${minutes} min left` : ', time is up'
  }
  return exam.closesAt === null
    ? `, ${exam.minutes} min`
    : `, ${exam.minutes} min, start before ${formatDateTime(exam.closesAt, zone)}`
}
