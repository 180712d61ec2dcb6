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

function focusPrompt(): void {
  document.querySelector<HTMLElement>('[data-prompt]')?.focus()
}

/** Moves the focus to a new card: to its first field, otherwise to its prompt. */
export function focusCard(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLElement>('input[data-first-field]')
  if (field) field.focus()
  else focusPrompt()
}
