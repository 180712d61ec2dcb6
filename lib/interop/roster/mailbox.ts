import { addressFault, addressForm } from '../../account/address'
import { cellsOutsideQuotes } from './guess-separator'

/** A person as mail programs write one. The name is empty where there is only an address. */
export type Mailbox = { readonly name: string; readonly email: string }

const NAMED = /^(.*?)[\s"]*<\s*([^<>]*@[^<>]*)>[\s.,;]*$/su
const COMMENTED = /^([^\s()]+@[^\s()]+)\s*\((.+)\)$/su

/** `Vera Toll <vera@example.org>`, `vera@example.org (Vera Toll)` or an address alone. */
export function mailboxOf(cell: string): Mailbox {
  const [, name, email] = NAMED.exec(cell) ?? []
  if (email !== undefined) return { name: (name ?? '').replace(/^[\s"']+|[\s"']+$/g, ''), email }
  const [, alone, comment] = COMMENTED.exec(cell) ?? []
  return alone === undefined ? { name: '', email: cell } : { name: comment ?? '', email: alone }
}

const isMailbox = (part: string) => addressFault(addressForm(mailboxOf(part).email)) === null

/**
 * The people of a line that a mail program wrote, such as `Vera Toll <v@x.org>; Toll, Ben <b@x.org>`;
 * null for any other line.
 */
export function mailboxesOf(line: string): readonly string[] | null {
  if (!line.includes('@')) return null
  for (const separator of [';', ',']) {
    const parts = cellsOutsideQuotes(line, separator).filter((part) => part.trim() !== '')
    const written = parts.some((part) => /<[^<>]*@[^<>]*>/.test(part))
    if (written && parts.length > 1 && parts.every(isMailbox)) return parts
  }
  return /^[^@<>;\t|]*[^\s@<>;,\t|]\s*<[^<>]*@[^<>]*>[\s,;]*$/.test(line) ? [line] : null
}
