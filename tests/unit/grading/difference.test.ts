import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DifferencePart, difference } from '@/lib/grading/difference'

const side = (parts: readonly DifferencePart[], without: DifferencePart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

describe('the difference between what was typed and the answer', () => {
  it('marks what is too much and what was left out', () => {
    expect(difference('Uzbekhistan', ['Uzbekistan'])).toEqual([
      { kind: 'same', text: 'Uzbek' },
      { kind: 'extra', text: 'h' },
      { kind: 'same', text: 'istan' },
    ])
    expect(difference('Tajkistan', ['Tajikistan'])).toContainEqual({ kind: 'missing', text: 'i' })
  })

  it('is taken to the closest accepted form', () => {
    const parts = difference('colective security treaty', ['CSTO', 'Collective Security Treaty'])
    expect(parts && side(parts, 'extra')).toBe('Collective Security Treaty')
  })

  it('is not shown where it would not help', () => {
    expect(difference('  ', ['Moscow'])).toBeNull()
    expect(difference('moscow', ['Moscow'])).toBeNull()
    expect(difference('Beijing', ['Moscow'])).toBeNull()
    expect(difference('x'.repeat(400), ['x'.repeat(401)])).toBeNull()
  })

  it('does not call letters and marks different that look the same', () => {
    expect(difference('СSTO', ['CSTO'])).toBeNull()
    expect(difference('Janeʼs', ['Jane’s'])).toBeNull()
    expect(difference('Cafe\u0301', ['Caf\u00e9'])).toBeNull()
    expect(difference('Atasu‑Alashankou', ['Atasu-Alashankou'])).toBeNull()
    expect(difference('Uzbеkhistan', ['Uzbekistan'])).toEqual([
      { kind: 'same', text: 'Uzbek' },
      { kind: 'extra', text: 'h' },
      { kind: 'same', text: 'istan' },
    ])
  })

  it('keeps letters of several code points whole', () => {
    const parts = difference('Cafe\u0301s', ['Cafes'])
    expect(parts?.map(({ text }) => text)).toContain('\u00e9')
  })

  it('applied to what was typed gives the answer, and backwards', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', 'é', ' '), maxLength: 12 })
    fc.assert(
      fc.property(word, word, (typed, answer) => {
        const parts = difference(typed, [answer])
        if (parts === null) return
        expect(side(parts, 'extra')).toBe(answer.trim())
        expect(side(parts, 'missing').toLowerCase()).toBe(typed.trim().toLowerCase())
      }),
    )
  })
})
