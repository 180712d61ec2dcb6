import { WarningIcon } from '@/app/_components/icons'
import type { ExamOutboxStatus } from '@/app/_study/exam-outbox/exam-outbox'
import { count } from '@/lib/kernel/count'

/** Says whether the server has every answer. A screen reader announces only problems. */
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

export function troubleOf({ answers, waiting, reach, keeps }: ExamOutboxStatus): string | null {
  const refused = [...answers.values()].filter(({ state }) => state === 'refused')
  const last = refused.at(-1)
  if (last && waiting === 0) {
    return `${count(refused.length, 'answer')} not accepted. ${last.message ?? ''}`.trim()
  }
  if (waiting === 0 || (reach === 'reached' && keeps)) return null
  const where = keeps ? 'in this browser' : 'in this tab only: leave it open'
  const kept = `${count(waiting, 'answer')} kept ${where}`
  switch (reach) {
    case 'reached':
      return `Not saved yet. ${kept}.`
    case 'signed-out':
      return `You are signed out. ${kept}. Sign in again in another tab.`
    case 'failing':
      return `The server is not working properly. ${kept} and sent again soon.`
    case 'unreachable':
      return `No connection. ${kept}.`
  }
}
