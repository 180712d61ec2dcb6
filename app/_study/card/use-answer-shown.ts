'use client'

import { type RefObject, useEffect, useRef } from 'react'

/**
 * What happens at the reveal: the button of this reference has the focus, and the right answer with its
 * explanation is in sight. Where it does not fit below the question, it begins at the top of the
 * window. The focus alone would scroll to the button, past the answer.
 */
export function useAnswerShown(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    const card = button.current?.closest('[data-card]')
    const answer = card?.querySelector('[data-answer]')
    const bar = card?.querySelector('[data-answer-bar]')
    if (!answer) return
    const { top } = answer.getBoundingClientRect()
    const explained = answer.querySelector('[data-explanation]') ?? answer
    const { bottom } = explained.getBoundingClientRect()
    // A bar that sticks to the edge of the window covers what lies below it.
    const edge = Math.min(innerHeight, bar?.getBoundingClientRect().top ?? innerHeight)
    if (top < 0 || bottom > edge) answer.scrollIntoView({ block: 'start' })
  }, [])
  return button
}
