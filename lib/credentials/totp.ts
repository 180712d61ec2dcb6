import 'server-only'
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_S = 30
/** The clocks of phone and server may differ by so many steps. */
const WINDOW = 1
const RECOVERY_CODES = 10
/** Without letters that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A new key for an authenticator app, in base32. */
export const newTotpKey = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app reads, as text and as a QR code (RFC 6238, with the defaults of all apps). */
export const totpUri = (key: string, account: string): string => totp(key, account).toString()

/** The time step that a code belongs to; null when it is wrong. A code is good for about a minute. */
export function totpStep(key: string, code: string, now: number): number | null {
  const typed = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(typed)) return null
  const delta = totp(key, '').validate({ token: typed, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta
}

const totp = (key: string, account: string): TOTP =>
  new TOTP({ issuer: 'Steppe', label: account, secret: Secret.fromBase32(key), period: PERIOD_S })

/** 118 random bits in each code. Those of earlier releases have 16 letters, and go on. */
const LETTERS = 24
const EARLIER_LETTERS = 16

/** Codes such as `k3mq-7hwa-x2pn-v9sd-c5ty-8ubz`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, newRecoveryCode)

function newRecoveryCode(): string {
  let letters = ''
  while (letters.length < LETTERS) {
    for (const byte of randomBytes(32)) {
      // The largest multiple of 31 below 256, so that every letter is as likely.
      if (byte < 248 && letters.length < LETTERS) letters += ALPHABET[byte % ALPHABET.length]
    }
  }
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** The form in which a recovery code is hashed; null when it cannot be one. */
export function recoveryCodeForm(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '')
  return [LETTERS, EARLIER_LETTERS].includes(letters.length)
    ? letters.replace(/(.{4})(?=.)/g, '$1-')
    : null
}
