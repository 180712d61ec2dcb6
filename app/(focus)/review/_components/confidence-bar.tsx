'use client'

import { useEffect, useRef } from 'react'
import { CONFIDENCES } from './confidence'

/** Asks for confidence between answer and reveal, for learners who chose this. */
export function ConfidenceBar({ onChoose }: { onChoose: (percent: number) => void }) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <fieldset>
      <legend className="mb-2 text-sm text-ink-2">How sure are you?</legend>
      <div className="grid grid-cols-4 gap-1.5 max-[22rem]:grid-cols-2 sm:gap-3">
        {CONFIDENCES.map(({ percent, name }, index) => (
          <button
            key={percent}
            ref={index === 0 ? first : null}
            type="button"
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onChoose(percent)}
            className="flex min-h-16 cursor-pointer flex-col items-center justify-center rounded-sm border border-rule-2 bg-sheet px-1 py-1.5 text-center wrap-anywhere hover:bg-sunk"
          >
            <span className="font-semibold max-sm:text-sm">
              <span aria-hidden="true" className="mr-1.5 text-label font-normal max-sm:hidden">
                {index + 1}
              </span>
              {name}
            </span>
            <span className="text-sm text-ink-2 tabular-nums">{percent}&nbsp;%</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
