'use client'

import { useAnswerShown } from '@/app/_study/card/use-answer-shown'
import { KeyHint } from '@/app/_study/session/key-hint'
import type { Rating } from '@/lib/memory/card/state'
import { ariaKey, type KeyMap, RATING_ACTIONS } from '@/lib/review/keys'

type Props = { keyMap: KeyMap; proposed: Rating | null; onRate: (rating: Rating) => void }

const CHOICES = [
  {
    rating: 1,
    name: 'Again',
    note: 'comes up again in this cram',
    tone: 'border-t-again text-again',
  },
  { rating: 3, name: 'Knew it', note: 'done for now', tone: 'border-t-good text-good' },
] as const

/** A cram has two ratings, and neither changes the schedule. */
export function CramBar({ keyMap, proposed, onRate }: Props) {
  const suggested = proposed === 1 ? 1 : 3
  const button = useAnswerShown()
  return (
    <fieldset>
      <legend className="sr-only">Did you know it?</legend>
      <div className="grid grid-cols-2 gap-1.5 sm:gap-3">
        {CHOICES.map(({ rating, name, note, tone }) => (
          <button
            key={rating}
            ref={rating === suggested ? button : null}
            type="button"
            aria-keyshortcuts={ariaKey(keyMap[RATING_ACTIONS[rating]])}
            onClick={() => onRate(rating)}
            className={`flex min-h-16 cursor-pointer flex-col items-center justify-center rounded-sm border border-t-4 border-rule-2 bg-sheet px-1 py-1.5 hover:bg-sunk ${tone}`}
          >
            <span className="flex items-baseline gap-1.5 font-semibold">
              <KeyHint of={keyMap[RATING_ACTIONS[rating]]} />
              {name}
            </span>
            <span className="text-sm text-ink-2">{note}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
