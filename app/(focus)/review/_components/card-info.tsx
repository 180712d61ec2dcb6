'use client'

import { Dialog } from '@/app/_components/dialog'
import { TermHelp } from '@/app/_help/term-help'
import type { Term } from '@/app/_help/terms'
import { interfaceOf } from '@/app/_study/answers/kinds'
import type { StateNames } from '@/app/_study/answers/state-names'
import { percent } from '@/lib/kernel/percent'
import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import { dueLabel } from '@/lib/memory/card/due'
import { daysLabel } from '@/lib/memory/card/interval-label'
import { predictedRecall } from '@/lib/memory/card/retrievability'
import type { MemoryModel } from '@/lib/memory/model/memory-model'
import { isLeech } from '@/lib/memory/schedule/leech'
import type { SessionCard } from '@/lib/review/wire'
import { CardHistory } from './card-history'

type Props = {
  userId: string
  shownCard: SessionCard
  stateNames: StateNames
  model: MemoryModel
  clock: DayClock
  /** The instant (ms) to which the figures refer. */
  now: number
  onClose: () => void
}

/** A name, its value, and the term that explains it. */
type Row = readonly [string, string, Term?]

const PHASES = {
  new: 'New',
  learning: 'Learning',
  review: 'Review',
  relearning: 'Relearning',
} as const

/** What the scheduler knows about one card, and the history behind it. */
export function CardInfo(props: Props) {
  const { shownCard, model, clock, now, onClose } = props
  const { question, card } = shownCard
  const { state } = card
  const day = studyDayOf(now, clock)
  const recall = predictedRecall(state, day, model)
  const seen: readonly Row[] =
    state.phase === 'new'
      ? []
      : [
          [
            'Stability',
            `${daysLabel(state.stability)} until recall falls to 90\u00a0%`,
            'stability',
          ],
          ['Difficulty', `${state.difficulty.toFixed(1)} of 10`, 'difficulty'],
          ['Predicted recall', recall === null ? 'none' : percent(recall), 'predicted-recall'],
          ['Due', dueLabel(state, now, day)],
          ['Answers', String(state.reps)],
          [
            'Lapses',
            `${state.lapses}${isLeech(state, model.leech) ? ' (difficult question)' : ''}`,
            'lapse',
          ],
        ]
  const rows: readonly Row[] = [
    ['State', `${PHASES[state.phase]}${card.suspended ? ', suspended' : ''}`],
    ...seen,
    ['Target retention', percent(model.desiredRetention), 'target-retention'],
    ['Kind', interfaceOf(question.kind).name],
  ]
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title="Card info">
      <dl className="text-sm">
        {rows.map(([name, value, term]) => (
          <div key={name} className="grid grid-cols-[8.5rem_1fr] gap-4 border-t border-rule py-2">
            <dt className="text-ink-2">
              {name}
              {term === undefined ? null : <TermHelp of={term} newTab />}
            </dt>
            <dd className="font-semibold wrap-anywhere tabular-nums">{value}</dd>
          </div>
        ))}
        <div className="grid grid-cols-[8.5rem_1fr] gap-4 border-y border-rule py-2">
          <dt className="text-ink-2">Question</dt>
          <dd className="wrap-anywhere">
            <a href={`/questions/${question.id}`} target="_blank" rel="noopener" className="link">
              {question.id}
            </a>
          </dd>
        </div>
      </dl>
      <h3 className="mt-6 mb-2 font-serif text-lg font-semibold">History</h3>
      <CardHistory
        userId={props.userId}
        questionId={question.id}
        clock={clock}
        stateNames={props.stateNames}
      />
    </Dialog>
  )
}
