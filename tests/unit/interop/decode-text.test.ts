import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '@/lib/interop/decode-text'

describe('text of a file', () => {
  it('is read as UTF-8, with a byte order mark or without', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/^\ufeff/, '')
        expect(decodeText(Buffer.from(plain, 'utf8'))).toBe(plain)
        expect(decodeText(Buffer.from(`\ufeff${plain}`, 'utf8'))).toBe(plain)
      }),
    )
  })

  it('is read as UTF-16 or Windows-1252 where an older spreadsheet wrote that', () => {
    expect(decodeText(Buffer.from('\ufeffZoë;zoe@example.org', 'utf16le'))).toBe(
      'Zoë;zoe@example.org',
    )
    expect(decodeText(Uint8Array.of(0x5a, 0x6f, 0xeb, 0x3b))).toBe('Zoë;')
  })
})
