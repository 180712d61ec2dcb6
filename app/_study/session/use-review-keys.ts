'use client'

import { useEffect, useRef } from 'react'

/** What a single key does now; true when it did something. */
export type KeyHandler = (key: string) => boolean

const TYPING =
  'textarea, select, [contenteditable="true"], input:not([type=radio], [type=checkbox])'
/** Space and Enter are theirs. */
const PRESSED_BY_SPACE = 'button, a[href], summary, input'

/**
 * Single keys for the whole page: off while something is typed, while a modifier is held, and
 * while a dialog is open (`enabled` false). Escape leaves a field or a button, so that the keys are live again.
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
      // AltGr writes `@` on some keyboards and counts as Ctrl+Alt there.
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

/** A card that has come up takes the focus: its first field, else its prompt. */
export function focusCard(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLElement>('input[data-first-field]')
  if (field) field.focus()
  else focusPrompt()
}
