/** What became of a mail that was handed to a server. */
export type Delivery =
  | { readonly kind: 'accepted' }
  /** The server will never take it: a wrong address, say. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Not taken for now; the server may take others, and this one later. */
  | { readonly kind: 'later'; readonly why: string }
  /** Surely not taken, and nor would any other be. */
  | { readonly kind: 'down'; readonly why: string }
  /** The connection ended on the way: perhaps it was taken. */
  | { readonly kind: 'unknown'; readonly why: string }

/** Of the message itself, as against the server: its envelope or its content. */
const OF_THE_MESSAGE = ['EENVELOPE', 'EMESSAGE']

/** Reads what nodemailer rejects with: `code`, and the server's `responseCode` where it gave one (RFC 5321 section 4.2.1). */
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
