import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  displayOf,
  displayRow,
  HINTS,
  hintsFor,
  lookIn,
  lookText,
  TEXT_SIZES,
  THEMES,
} from '@/lib/account/display'

const looks = fc.record({ theme: fc.constantFrom(...THEMES), text: fc.constantFrom(...TEXT_SIZES) })

test('law: what is stored of a display reads back as it was', () => {
  fc.assert(
    fc.property(
      fc.record({
        look: fc.option(looks),
        hintsOff: fc.subarray([...HINTS]),
        hintsAsked: fc.boolean(),
      }),
      (display) => {
        expect(displayOf(JSON.parse(JSON.stringify(displayRow(display))))).toEqual(display)
      },
    ),
  )
})

test('what is no look, or of another release, is passed over', () => {
  for (const kept of ['', 'dark', 'dark.huge', 'dark.large.more', '{}']) {
    expect(lookIn(kept), kept).toBeNull()
  }
  expect(lookIn(lookText({ theme: 'dark', text: 'larger' }))).toEqual({
    theme: 'dark',
    text: 'larger',
  })
  const nothing = { look: null, hintsOff: [], hintsAsked: false }
  for (const stored of [null, 'x', 7, [], {}, { look: 3, hintsOff: 'all', hintsAsked: 'yes' }]) {
    expect(displayOf(stored)).toEqual(nothing)
  }
  expect(displayOf({ hintsOff: ['ratings', 'of-tomorrow'] }).hintsOff).toEqual(['ratings'])
})

test('hints are for newcomers, and for those who ask; what was put away stays away', () => {
  const display = { look: null, hintsOff: ['ratings'], hintsAsked: false } as const
  expect(hintsFor(display, 3)).toEqual(['sources', 'tomorrow'])
  expect(hintsFor(display, 500)).toEqual([])
  expect(hintsFor({ ...display, hintsAsked: true }, 500)).toEqual(['sources', 'tomorrow'])
})
