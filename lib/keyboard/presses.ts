/**
 * Which presses count. A press belongs to the screen on which it began: once something else is
 * shown (an answer, the next card, a dialog, another page), whatever is left of it does nothing. So
 * nobody rates an answer unread because a key was held too long or a button was clicked twice.
 *
 * Pure: instants are arguments, and the browser's events come in as `PressEvent`.
 */
export type Presses = {
  /** Counts the screens. */
  readonly screen: number
  /** Held keys by their place, each with the screen on which it was pressed. */
  readonly keys: ReadonlyMap<string, number>
  readonly pointer: Pointer | null
}

type Pointer = {
  /** The screen on which the first of several quick presses began. */
  readonly screen: number
  readonly at: number
  readonly x: number
  readonly y: number
  /** `over`: its click came, or can no longer come. */
  readonly phase: 'down' | 'up' | 'over'
}

export type PressEvent =
  | { readonly type: 'keydown'; readonly code: string; readonly repeat: boolean }
  | { readonly type: 'keyup'; readonly code: string }
  | {
      readonly type: 'pointerdown'
      /** In ms, of any steady clock. */
      readonly at: number
      readonly x: number
      readonly y: number
      /** The browser's count of clicks in the same place; null for a finger or a pen. */
      readonly clicks: number | null
    }
  | { readonly type: 'pointerup' }
  | { readonly type: 'click' }
  /** Something else is shown now. */
  | { readonly type: 'screen' }
  /** The window lost the keyboard, so no key is known to be held. */
  | { readonly type: 'away' }

/**
 * `new`: a press that begins now, or the end of one that began on this screen.
 * `repeat`: the key is held and began on this screen.
 * `stale`: it began before, or nobody saw it begin.
 */
export type Standing = 'new' | 'repeat' | 'stale'

export const NO_PRESSES: Presses = { screen: 0, keys: new Map(), pointer: null }

/** Two taps closer than this are one double tap, as on most systems. */
const QUICK_MS = 500
const NEAR_PX = 24

export function take(
  presses: Presses,
  event: PressEvent,
): { readonly presses: Presses; readonly standing: Standing } {
  const { screen, keys, pointer } = presses
  const counts = (began: number | undefined): Standing => (began === screen ? 'new' : 'stale')
  switch (event.type) {
    case 'keydown': {
      if (event.repeat) {
        const standing = keys.get(event.code) === screen ? 'repeat' : 'stale'
        return { presses, standing }
      }
      return {
        presses: { ...presses, keys: new Map(keys).set(event.code, screen) },
        standing: 'new',
      }
    }
    case 'keyup': {
      const held = new Map(keys)
      held.delete(event.code)
      return { presses: { ...presses, keys: held }, standing: counts(keys.get(event.code)) }
    }
    case 'pointerdown': {
      const { at, x, y } = event
      const began = pointer !== null && goesOn(pointer, event) ? pointer.screen : screen
      return {
        presses: { ...presses, pointer: { screen: began, at, x, y, phase: 'down' } },
        standing: counts(began),
      }
    }
    case 'pointerup':
      return {
        presses: { ...presses, pointer: pointer && { ...pointer, phase: 'up' } },
        standing: 'new',
      }
    case 'click': {
      // Assistive technology clicks without a press before it.
      if (pointer === null || pointer.phase === 'over') return { presses, standing: 'new' }
      return {
        presses: { ...presses, pointer: { ...pointer, phase: 'over' } },
        standing: counts(pointer.screen),
      }
    }
    case 'screen': {
      const settled = pointer?.phase === 'up' ? { ...pointer, phase: 'over' as const } : pointer
      return { presses: { ...presses, screen: screen + 1, pointer: settled }, standing: 'new' }
    }
    case 'away':
      return { presses: { ...presses, keys: new Map() }, standing: 'new' }
  }
}

function goesOn(
  before: Pointer,
  { at, x, y, clicks }: Extract<PressEvent, { type: 'pointerdown' }>,
): boolean {
  if (clicks !== null) return clicks > 1
  return at - before.at <= QUICK_MS && Math.hypot(x - before.x, y - before.y) <= NEAR_PX
}
