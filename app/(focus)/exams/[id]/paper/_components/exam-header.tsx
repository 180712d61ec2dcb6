'use client'

import type { Paper } from '@/lib/exam/paper'
import { count } from '@/lib/kernel/count'
import { MINUTE_MS } from '@/lib/kernel/duration'
import { Countdown } from './countdown'
import { SavedLine } from './saved-line'
import type { ExamState } from './use-exam'

type Props = { paper: Paper; exam: ExamState; place: number }

/** Shows the current question, the time left and whether the answers have arrived. */
export function ExamHeader({ paper, exam, place }: Props) {
  const total = paper.questions.length
  const leftMs = Math.max(0, exam.endsAt - exam.now)
  return (
    <header className="mb-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule-ink pb-2">
        <h1 className="min-w-0 font-sans text-sm font-semibold wrap-break-word">{paper.title}</h1>
        <Countdown leftMs={leftMs} />
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pt-2 text-sm text-ink-2 tabular-nums">
        <p>
          {place < total && exam.phase === 'asking' ? (
            <>
              <strong className="font-semibold text-ink">Question {place + 1}</strong> of {total}
            </>
          ) : (
            'Hand in'
          )}
        </p>
        <SavedLine status={exam.status} />
      </div>
      <p role="status" className="text-sm font-semibold empty:hidden">
        {exam.endsAt > paper.endsAt
          ? `You have ${count(Math.round((exam.endsAt - paper.endsAt) / MINUTE_MS), 'more minute', 'more minutes')}: your instructor gave you extra time.`
          : ''}
      </p>
    </header>
  )
}
