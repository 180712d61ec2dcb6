'use client'

import { useEffect, useRef } from 'react'

/** What a single key does now. Returns true when it did something. */
export type KeyHandler = (key: string) => boolean

const TYPING =
  'textarea, select, [contenteditable="true"], input:not([type=radio], [type=checkbox])'
/** Space and Enter belong to these elements. */
const PRESSED_BY_SPACE = 'button, a[href], summary, input'

/**
 * Handles single keys for the whole page. They are off during typing, while a modifier is held, and
 * while a dialog is open (`enabled` is false). Escape leaves a field or a button, so that the keys
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
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const target = event.target instanceof Element ? event.target : null
      if (event.key === 'Escape') focusPrompt()
      if (event.key === 'Escape' || target?.closest(TYPING)) return
      // On some keyboards AltGr types `@` and is reported as Ctrl+Alt.
      const altGraph = event.getModifierState('AltGraph')
      if (!altGraph && (event.ctrlKey || event.metaKey || event.altKey)) return
      const pressing = event.key === ' ' || event.key === 'Enter'
      if (pressing && target?.closest(PRESSED_BY_SPACE)) return
      if (latest.current(pressing ? 'Enter' : event.key)) event.preventDefault()
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
