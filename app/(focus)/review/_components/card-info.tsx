'use client'

import { Dialog } from '@/app/_components/dialog'
import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import { dueLabel } from '@/lib/memory/due'
import { daysLabel } from '@/lib/memory/interval-label'
import type { MemoryModel } from '@/lib/memory/model'
import { predictedRecall } from '@/lib/memory/retrievability'
import type { SessionCard } from '@/lib/review/wire'

type Props = {
  shownCard: SessionCard
  model: MemoryModel
  clock: DayClock
  /** Instant (ms) for which the figures hold. */
  now: number
  open: boolean
  onOpenChange: (open: boolean) => void
}

const PHASES = {
  new: 'New',
  learning: 'Learning',
  review: 'Review',
  relearning: 'Relearning',
} as const

export function CardInfo({ shownCard, model, clock, now, open, onOpenChange }: Props) {
  const { state } = shownCard.card
  const day = studyDayOf(now, clock)
  const recall = predictedRecall(state, day, model)
  const seen =
    state.phase === 'new'
      ? []
      : [
          ['Stability', `${daysLabel(state.stability)} until recall falls to 90\u00a0%`],
          ['Difficulty', `${state.difficulty.toFixed(1)} of 10`],
          ['Predicted recall', recall === null ? 'none' : `${Math.round(recall * 100)}\u00a0%`],
          ['Due', dueLabel(state, now, day)],
          ['Answers so far', String(state.reps)],
          ['Lapses', String(state.lapses)],
        ]
  const rows = [
    ['State', PHASES[state.phase]],
    ...seen,
    ['Kind', shownCard.question.kind],
    ['Question', shownCard.question.id],
    ['Memory model', model.version],
  ]
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Card info">
      <dl className="text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="grid grid-cols-[8.5rem_1fr] gap-4 border-t border-rule py-2">
            <dt className="text-ink-2">{name}</dt>
            <dd className="font-semibold wrap-anywhere tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
