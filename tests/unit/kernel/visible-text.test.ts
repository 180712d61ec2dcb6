import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine, severalLines, storable } from '@/lib/kernel/visible-text'

const anyText = fc.string({ unit: 'binary' })

describe('text that comes in', () => {
  test('is in NFC, whatever form it was typed in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const read of [storable, oneLine, severalLines]) {
          expect(read(text.normalize('NFD'))).toBe(read(text.normalize('NFC')))
        }
      }),
    )
  })

  test('stays the same when it comes in again, and can be stored', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const read of [storable, oneLine, severalLines]) {
          const once = read(text)
          expect(read(once)).toBe(once)
          expect(once).not.toContain('\0')
          expect(once.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test.each([
    ['three zero-width spaces', '\u200b\u200b\u200b'],
    ['a byte order mark', '\ufeff'],
    ['the Hangul filler', '\u3164'],
    ['the half-width Hangul filler', '\uffa0'],
    ['a braille pattern without dots', '\u2800\u2800'],
    ['accents without a letter', '\u0301\u0308'],
    ['a variation selector', '\ufe0f'],
    ['joiners', '\u200d\u200c'],
    ['controls', '\u0001\u007f\u0085'],
    ['tags', '\u{e0041}\u{e0042}'],
    ['spaces of many widths', ' \u00a0\u2003\u3000\u2028\n'],
    ['marks of direction', '\u200e\u202a\u202e\u2066\u2069'],
  ])('is empty when it consists of %s', (_, text) => {
    expect(oneLine(text)).toBe('')
    expect(severalLines(text)).toBe('')
  })

  test.each([
    ['Vera\u200bToll', 'VeraToll'],
    ['  Vera \t\r\n  Toll ', 'Vera Toll'],
    ['Vera\u00a0Toll', 'Vera Toll'],
    ['\u202aVera Toll\u202c', 'Vera Toll'],
    ['Ve\u00adra', 'Vera'],
    ['\ufeffVera', 'Vera'],
    ['Vera\u200d\u200d \u200cToll\u200c', 'Vera Toll'],
  ])('as one line, %j becomes %j', (typed, line) => {
    expect(oneLine(typed)).toBe(line)
  })

  test.each([
    ['a Persian name with a joiner', 'علی\u200cرضا'],
    ['a Sinhala name with a joiner', 'ශ්\u200dරී'],
    ['a family of four', '👨\u200d👩\u200d👧\u200d👦'],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
    ['a Japanese name with a variant of a character', '辻\u{e0100}さん'],
    ['a Chinese character that is newer than Node.js', '\u{323b5}'],
  ])('keeps %s as it is', (_, text) => {
    expect(oneLine(text)).toBe(text)
    expect(severalLines(text)).toBe(text)
  })

  test('of several lines keeps its lines and gaps', () => {
    expect(severalLines(' first\r\n\r\n  second\u2028third\n')).toBe('first\n\n  second\nthird')
  })
})
