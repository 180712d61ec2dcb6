import 'server-only'
import { randomBytes } from 'node:crypto'

/** Crockford's base32: no I, L, O or U, so that it can be read out and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 16
/** 26 letters hold 130 bits. */
const GROUPS = /^(.{5})(.{5})(.{5})(.{5})(.{6})$/

/** 128 random bits as `XXXXX-XXXXX-XXXXX-XXXXX-XXXXXX`. */
export function newCertificateCode(): string {
  let bits = BigInt(`0x${randomBytes(BYTES).toString('hex')}`)
  let letters = ''
  for (let place = 0; place < 26; place += 1) {
    letters = (ALPHABET[Number(bits % 32n)] ?? '') + letters
    bits /= 32n
  }
  return grouped(letters)
}

/** The stored form of a code that somebody typed; null when it cannot be a code. */
export function certificateCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const isCode = letters.length === 26 && [...letters].every((letter) => ALPHABET.includes(letter))
  return isCode ? grouped(letters) : null
}

const grouped = (letters: string) => letters.replace(GROUPS, '$1-$2-$3-$4-$5')
