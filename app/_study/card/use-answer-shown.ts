'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** The verdict and the first line of the answer, in px. */
const FIRST_LINES = 72

/**
 * What happens at the reveal: the button of this reference has the focus, and the answer's first
 * lines are in sight. On a low window the focus alone would scroll to the button, past the answer.
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
    // A bar that sticks to the edge of the window covers what lies below it.
    const edge = Math.min(innerHeight, bar?.getBoundingClientRect().top ?? innerHeight)
    if (top < 0 || top + FIRST_LINES > edge) answer.scrollIntoView({ block: 'start' })
  }, [])
  return button
}
