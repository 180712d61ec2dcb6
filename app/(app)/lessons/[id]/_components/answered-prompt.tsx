'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/app/_components/button'
import { askedOf } from '@/app/_study/answers/asked-of'
import type { StateNames } from '@/app/_study/answers/state-names'
import { CardBack } from '@/app/_study/card/card-back'
import { type DayClock, studyDayOf } from '@/lib/kernel/study-day'
import { dueLabel } from '@/lib/memory/card/due'
import type { SessionCard } from '@/lib/review/wire'

type Props = {
  shownCard: SessionCard
  stateNames: StateNames
  clock: DayClock
  now: () => number
  /** The rating that was just given. Null when the prompt was answered earlier today. */
  rating: string | null
  /** The reader went on without a rating, and the suggested one was taken. The focus stays with them. */
  asSuggested: boolean
  onUndo: () => void
}

/** A prompt that was answered today: its answer and when its question is due next. */
export function AnsweredPrompt(props: Props) {
  const { shownCard, stateNames, clock, now, rating, asSuggested, onUndo } = props
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (rating !== null && !asSuggested) line.current?.focus()
  }, [rating, asSuggested])
  const { state } = shownCard.card
  const at = state.phase === 'new' ? 0 : Math.max(state.lastReviewAt, now())
  const due = dueLabel(state, at, studyDayOf(at, clock))
  const { question } = shownCard
  return (
    <>
      <CardBack
        shownCard={shownCard}
        asked={askedOf(question, question.id, stateNames)}
        answer={null}
        result={{ verdict: null, proposed: null }}
      />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 border-t border-rule pt-3">
        <p ref={line} tabIndex={-1} className="text-sm outline-none" suppressHydrationWarning>
          {rating === null
            ? 'Answered today. '
            : `${rating}${asSuggested ? ', as suggested' : ''}. `}
          <span className="text-ink-2">
            {due.startsWith('due') ? `It is ${due}.` : `Next review: ${due}.`}
          </span>
        </p>
        {rating === null ? null : (
          <Button kind="quiet" size="small" onClick={onUndo}>
            Undo
          </Button>
        )}
      </div>
    </>
  )
}
