import { type KeyPress, pressOf } from '@/lib/keyboard/key-press'

/** The part of React's and the browser's keyboard events that is read. */
type KeyEvent = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'
> & { getModifierState: (key: 'AltGraph') => boolean }

/**
 * The press that a single key may act on. Null for a key that is held, that belongs to an input
 * method, or that is pressed together with Ctrl, Alt or Meta.
 */
export function readPress(event: KeyEvent, isComposing: boolean): KeyPress | null {
  if (event.repeat) return null
  const { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey } = event
  const altGraph = event.getModifierState('AltGraph')
  const reported = { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey, altGraph, isComposing }
  return pressOf(reported, /Mac|iPhone|iPad/.test(navigator.platform))
}
