'use client'

import { useEffect, useRef } from 'react'
import { readPress } from '@/app/_keys/read-press'
import { isEnter, type KeyPress } from '@/lib/keyboard/key-press'

/** What a single key does now. Returns true when it did something. */
export type KeyHandler = (press: KeyPress) => boolean

const TYPING =
  'textarea, select, [contenteditable="true"], input:not([type=radio], [type=checkbox])'
/** Space and Enter belong to these elements. */
const PRESSED_BY_SPACE = 'button, a[href], summary, input'

/**
 * Handles single keys for the whole page. They are off during typing, while a modifier or the key
 * itself is held, and while a dialog is open (`enabled` is false). Escape leaves a field or a button, so that the keys
 * work again.
 */
export function useReviewKeys(handler: KeyHandler, enabled: boolean): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent) => {
      const press = event.defaultPrevented ? null : readPress(event, event.isComposing)
      if (press === null) return
      const target = event.target instanceof Element ? event.target : null
      if (press.key === 'Escape') focusPrompt()
      if (press.key === 'Escape' || target?.closest(TYPING)) return
      if (isEnter(press) && target?.closest(PRESSED_BY_SPACE)) return
      if (latest.current(press)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [enabled])
}

/** A prompt that is taller than the window is shown from its beginning. */
function focusPrompt(): void {
  const prompt = document.querySelector<HTMLElement>('[data-prompt]')
  prompt?.focus({ preventScroll: true })
  if (prompt !== null) bringIntoSight(prompt, prompt)
}

/**
 * Moves the focus to a new card: to its first field, otherwise to its prompt. On a low window the
 * question comes first, and the field comes into sight with the first letter.
 */
export function focusCard(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLElement>('input[data-first-field]')
  if (!field) {
    focusPrompt()
    return
  }
  field.focus({ preventScroll: true })
  bringIntoSight(root?.querySelector('[data-prompt]') ?? field, field)
}

/** Scrolls as little as possible; `from` is in sight when both do not fit. */
function bringIntoSight(from: Element, to: Element): void {
  const { top } = from.getBoundingClientRect()
  const { bottom } = to.getBoundingClientRect()
  const fits = bottom - top <= innerHeight
  if (!fits || top < 0) from.scrollIntoView({ block: 'start' })
  else if (bottom > innerHeight) to.scrollIntoView({ block: 'end' })
}
