/** What happened to a mail that was handed to a mail server. */
export type Delivery =
  | { readonly kind: 'accepted' }
  /** The server will never accept it, for example because the address is wrong. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The server did not accept it now, but may accept others, and this one later. */
  | { readonly kind: 'later'; readonly why: string }
  /** It was certainly not accepted, and no other mail would be. */
  | { readonly kind: 'down'; readonly why: string }
  /** The connection ended on the way, so it may have been accepted. */
  | { readonly kind: 'unknown'; readonly why: string }

/** Errors of the message itself, in its envelope or content, and not of the server. */
const OF_THE_MESSAGE = ['EENVELOPE', 'EMESSAGE']

/**
 * Interprets the error of nodemailer: its `code`, and the `responseCode` of the server if there was
 * one (RFC 5321 section 4.2.1).
 */
export function deliveryOf(error: unknown): Delivery {
  const why = error instanceof Error ? error.message : String(error)
  const answer = numberOf(error, 'responseCode')
  if (OF_THE_MESSAGE.includes(textOf(error, 'code'))) {
    return { kind: answer !== null && answer < 500 ? 'later' : 'refused', why }
  }
  const neverConnected = textOf(error, 'code') === 'EDNS' || textOf(error, 'syscall') === 'connect'
  return { kind: answer !== null || neverConnected ? 'down' : 'unknown', why }
}

const partOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined

function textOf(error: unknown, name: string): string {
  const value = partOf(error, name)
  return typeof value === 'string' ? value : ''
}

function numberOf(error: unknown, name: string): number | null {
  const value = partOf(error, name)
  return typeof value === 'number' ? value : null
}
