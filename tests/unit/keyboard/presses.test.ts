import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  NO_PRESSES,
  type PressEvent,
  type Presses,
  type Standing,
  take,
} from '@/lib/keyboard/presses'

/** The standing of each event in turn. */
function standings(...events: readonly PressEvent[]): readonly Standing[] {
  let presses: Presses = NO_PRESSES
  return events.map((event) => {
    const taken = take(presses, event)
    presses = taken.presses
    return taken.standing
  })
}

const down = (code: string, repeat = false): PressEvent => ({ type: 'keydown', code, repeat })
const up = (code: string): PressEvent => ({ type: 'keyup', code })
const screen: PressEvent = { type: 'screen' }
const away: PressEvent = { type: 'away' }
const mouse = (clicks: number): PressEvent => ({ type: 'pointerdown', at: 0, x: 9, y: 9, clicks })
const tap = (at: number, x = 9): PressEvent => ({ type: 'pointerdown', at, x, y: 9, clicks: null })
const lift: PressEvent = { type: 'pointerup' }
const click: PressEvent = { type: 'click' }
const last = (...events: readonly PressEvent[]) => standings(...events).at(-1)

describe('a key', () => {
  it('counts once when it is pressed, and only repeats while it is held', () => {
    expect(standings(down('Enter'), down('Enter', true), up('Enter'))).toEqual([
      'new',
      'repeat',
      'new',
    ])
  })

  it('counts no longer once something else is shown, neither held nor released', () => {
    expect(standings(down('Space'), screen, down('Space', true), up('Space')).slice(2)).toEqual([
      'stale',
      'stale',
    ])
  })

  it('counts again when it is pressed anew', () => {
    expect(last(down('Space'), screen, up('Space'), down('Space'))).toBe('new')
  })

  it('that was held while the window was away neither repeats nor ends', () => {
    expect(last(down('Space'), away, down('Space', true))).toBe('stale')
    expect(last(down('Space'), away, up('Space'))).toBe('stale')
  })

  it('whose end was never reported can be pressed again', () => {
    expect(last(down('Digit3'), screen, down('Digit3'))).toBe('new')
    expect(last(down('Digit3'), away, down('Digit3'))).toBe('new')
  })

  it('that was already held when the page opened does nothing', () => {
    expect(standings(down('Enter', true), up('Enter'))).toEqual(['stale', 'stale'])
  })
})

describe('a pointer', () => {
  it('clicks where it was pressed', () => {
    expect(last(mouse(1), lift, click)).toBe('new')
  })

  it('that was pressed before something else was shown does not click', () => {
    expect(last(mouse(1), screen, lift, click)).toBe('stale')
  })

  it('does not click what came up under the second click of a double click', () => {
    expect(last(mouse(1), lift, click, screen, mouse(2), lift, click)).toBe('stale')
    expect(last(mouse(1), lift, click, screen, mouse(2), lift, click, mouse(3), lift, click)).toBe(
      'stale',
    )
    expect(last(mouse(1), lift, click, screen, mouse(1), lift, click)).toBe('new')
  })

  it('may click quickly as often as it likes while the screen stays the same', () => {
    expect(last(mouse(1), lift, click, mouse(2), lift, click)).toBe('new')
  })

  it('of a finger counts two taps as one only when they are quick and in one place', () => {
    const first = [tap(0), lift, click, screen]
    expect(last(...first, tap(300), lift, click)).toBe('stale')
    expect(last(...first, tap(900), lift, click)).toBe('new')
    expect(last(...first, tap(300, 80), lift, click)).toBe('new')
  })

  it('does not stand in the way of a click without a press, as assistive technology makes it', () => {
    expect(last(click)).toBe('new')
    expect(last(mouse(1), lift, click, screen, click)).toBe('new')
    expect(last(mouse(1), lift, screen, click)).toBe('new')
  })
})

type Act =
  | { readonly by: 'key'; readonly what: 'down' | 'held' | 'up'; readonly code: string }
  | { readonly by: 'mouse'; readonly what: 'press' | 'press again' | 'release' }
  | { readonly by: 'window'; readonly what: 'away' | 'other screen' }

const acts = fc.array(
  fc.oneof(
    fc.record({
      by: fc.constant('key' as const),
      what: fc.constantFrom('down' as const, 'held' as const, 'up' as const),
      code: fc.constantFrom('Enter', 'Space', 'Digit3'),
    }),
    fc.record({
      by: fc.constant('mouse' as const),
      what: fc.constantFrom('press' as const, 'press again' as const, 'release' as const),
    }),
    fc.record({
      by: fc.constant('window' as const),
      what: fc.constantFrom('away' as const, 'other screen' as const),
    }),
  ),
  { maxLength: 40 },
)

it('a rating comes only from a press that is no repeat and began after the answer was shown', () => {
  fc.assert(
    fc.property(acts, (sequence: readonly Act[]) => {
      let presses: Presses = NO_PRESSES
      let shownAt = -1
      let revealed = false
      const began = new Map<string, number>()
      const send = (event: PressEvent) => {
        const taken = take(presses, event)
        presses = taken.presses
        return taken.standing
      }
      const show = (at: number) => {
        send(screen)
        shownAt = at
        revealed = !revealed
      }
      /** The card acts: it shows the answer, or is rated and makes room for the next. */
      const act = (at: number, beganAt: number | undefined) => {
        if (revealed) expect(beganAt).toBeGreaterThan(shownAt)
        show(at)
      }
      sequence.forEach((step, at) => {
        if (step.by === 'window') {
          if (step.what === 'away') send(away)
          else show(at)
        } else if (step.by === 'key') {
          if (step.what === 'up') {
            // A focused button is pressed by Space when the key goes up.
            const standing = send(up(step.code))
            const beganAt = began.get(step.code)
            began.delete(step.code)
            if (standing === 'new' && step.code === 'Space') act(at, beganAt)
            return
          }
          const repeat = step.what === 'held'
          if (!repeat) began.set(step.code, at)
          const standing = send(down(step.code, repeat))
          if (repeat) expect(standing).not.toBe('new')
          if (standing === 'new' && step.code !== 'Space') act(at, at)
        } else if (step.what === 'release') {
          if (!began.has('mouse')) return
          send(lift)
          const standing = send(click)
          const beganAt = began.get('mouse')
          began.delete('mouse')
          if (standing === 'new') act(at, beganAt)
        } else {
          const again = step.what === 'press again'
          if (!again) began.set('series', at)
          const first = began.get('series')
          began.set('mouse', first ?? at)
          if (first === undefined) began.set('series', at)
          send(mouse(again ? 2 : 1))
        }
      })
    }),
    { numRuns: 2000 },
  )
})
