'use client'

import type { Ref } from 'react'
import type { Rating } from '@/lib/memory/card/state'
import { type Preview, RATINGS } from '@/lib/memory/schedule/preview-intervals'
import { ariaKey, type KeyMap, RATING_ACTIONS } from '@/lib/review/keys'
import { KeyHint } from '../session/key-hint'
import { RATING_NAMES } from './rating-names'
import { useAnswerShown } from './use-answer-shown'

const TONES: Record<Rating, string> = {
  1: 'border-t-again text-again',
  2: 'border-t-hard text-hard',
  3: 'border-t-good text-good',
  4: 'border-t-easy text-easy',
}

type Props = {
  keyMap: KeyMap
  previews: Readonly<Record<Rating, Preview>>
  /** What the grading suggests; null when only the learner can tell. */
  proposed: Rating | null
  /** Why it is suggested, in one sentence. */
  why: string | null
  onRate: (rating: Rating) => void
}

/** Four buttons, each with the time until the card comes back. Space and Enter press the focused one. */
export function RatingBar({ keyMap, previews, proposed, why, onRate }: Props) {
  const first = useAnswerShown()
  return (
    <fieldset>
      <legend className="sr-only">How well did you recall it?</legend>
      {why === null ? null : <p className="mb-1.5 text-label text-ink-2">{why}</p>}
      <div className="grid grid-cols-4 gap-1.5 max-[22rem]:grid-cols-2 sm:gap-3">
        {RATINGS.map((rating) => (
          <RatingButton
            key={rating}
            rating={rating}
            shortcut={keyMap[RATING_ACTIONS[rating]]}
            label={previews[rating].label}
            proposed={proposed === rating}
            onRate={onRate}
            {...(rating === (proposed ?? 3) ? { buttonRef: first } : {})}
          />
        ))}
      </div>
    </fieldset>
  )
}

type ButtonProps = {
  rating: Rating
  /** Null where the key is switched off. */
  shortcut: string | null
  label: string
  proposed: boolean
  onRate: (rating: Rating) => void
  buttonRef?: Ref<HTMLButtonElement>
}

function RatingButton({ rating, shortcut, label, proposed, onRate, buttonRef }: ButtonProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      aria-keyshortcuts={ariaKey(shortcut)}
      onClick={() => onRate(rating)}
      className={`flex min-h-16 cursor-pointer flex-col items-center justify-center rounded-sm border border-t-4 border-rule-2 bg-sheet px-1 py-1.5 wrap-anywhere hover:bg-sunk ${TONES[rating]}`}
    >
      <span className="flex items-baseline gap-1.5 font-semibold">
        <KeyHint of={shortcut} />
        {RATING_NAMES[rating]}
      </span>
      <span className="text-sm text-ink-2 tabular-nums">{label}</span>
      {proposed ? <span className="text-label leading-4 text-ink">suggested</span> : null}
    </button>
  )
}
