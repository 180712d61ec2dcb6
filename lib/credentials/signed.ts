import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signature is for, so that one made for another purpose proves nothing. */
export type Purpose = 'device' | 'second-step' | 'provider-intent' | 'provider-note' | 'undo'

/** The text with a signature that only this installation can make. `secret` signs the sessions too. */
export const signed = (purpose: Purpose, text: string, secret: string): string =>
  `${Buffer.from(text).toString('base64url')}.${signatureOf(purpose, text, secret)}`

/** The text of a value that `signed` made for the same purpose; null for anything else. */
export function signedText(purpose: Purpose, value: string, secret: string): string | null {
  const [encoded = '', signature = '', ...more] = value.split('.')
  if (secret === '' || more.length > 0) return null
  const text = Buffer.from(encoded, 'base64url').toString()
  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf(purpose, text, secret))
  return given.length === right.length && timingSafeEqual(given, right) ? text : null
}

const signatureOf = (purpose: Purpose, text: string, secret: string): string =>
  createHmac('sha256', secret).update(`steppe ${purpose}\0${text}`).digest('base64url')
