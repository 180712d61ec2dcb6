import { WarningIcon } from '@/app/_components/icons'
import { count } from '@/app/_lib/count'
import type { ExamOutboxStatus } from '../_outbox/exam-outbox'

/** Whether the server has every answer; only trouble is spoken. */
export function SavedLine({ status }: { status: ExamOutboxStatus }) {
  const trouble = troubleOf(status)
  return (
    <>
      {trouble === null ? (
        <p>
          {status.waiting > 0 ? 'Saving …' : status.answers.size > 0 ? 'All answers saved' : ''}
        </p>
      ) : (
        <p className="flex gap-1.5 font-semibold text-hard">
          <WarningIcon className="mt-1 shrink-0" />
          {trouble}
        </p>
      )}
      <p role="status" className="sr-only">
        {trouble}
      </p>
    </>
  )
}

function troubleOf({ waiting, reach, keeps }: ExamOutboxStatus): string | null {
  if (waiting === 0 || reach === 'reached') return null
  const where = keeps ? 'in this browser' : 'in this tab only: leave it open'
  const kept = `${count(waiting, 'answer')} kept ${where}`
  return reach === 'signed-out'
    ? `You are signed out. ${kept}. Sign in again in another tab.`
    : `No connection. ${kept}.`
}
