import { useEffect, useRef } from 'react'
import { characterOf } from '@/lib/keyboard/key-press'

/**
 * Ctrl+Z, or Cmd+Z, undoes the last answer wherever the focus is. In a field with something in it, the
 * browser takes back what was typed. `undo`: null when there is nothing to undo.
 */
export function useUndoChord(undo: (() => void) | null): void {
  const latest = useRef(undo)
  useEffect(() => {
    latest.current = undo
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, code, target, ctrlKey, metaKey, shiftKey, altKey, repeat } = event
      if (!(ctrlKey || metaKey) || shiftKey || altKey || repeat) return
      if (characterOf({ key, code, shift: false, altGraph: false }) !== 'z') return
      if (latest.current === null || hasText(target)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const hasText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/radio|checkbox/.test(target.type) && target.value !== '')
