/**
 * The form in which a password is hashed and compared (OpaqueString, RFC 8265 section 4.2): every
 * space is the plain one, and Unicode's form is NFC. Keyboards and systems differ in both, and a
 * person cannot see it.
 */
export const opaqueString = (typed: string): string =>
  typed.replace(/\p{Zs}/gu, ' ').normalize('NFC')
