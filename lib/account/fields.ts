import { z } from 'zod'
import { opaqueString } from '../kernel/opaque-string'
import { lengthOf, oneLine } from '../kernel/visible-text'
import { addressFault, addressForm } from './address'

// What an account may consist of. Roster, invitation, joining, set-up, settings, administration and
// command line read names, addresses and passwords with these schemas and with no others.

export const MIN_PASSWORD_LENGTH = 10
/** Argon2 reads the whole password. The limit only stops somebody from sending megabytes. */
const MAX_PASSWORD_LENGTH = 200
const MAX_NAME_LENGTH = 120

/** A schema of text that is brought into a form first. `faultOf` has the form and the typed text. */
const formed = (
  missing: string,
  formOf: (typed: string) => string,
  faultOf: (form: string, typed: string) => string | null,
) =>
  z.string(missing).transform((typed, context) => {
    const form = formOf(typed)
    const message = faultOf(form, typed)
    if (message === null) return form
    context.addIssue({ code: 'custom', message, input: typed })
    return z.NEVER
  })

/** A name of a person, and also of a cohort or an exam: one line in which something can be seen. */
export const nameField = formed('Enter a name.', oneLine, nameFault)

export const emailField = formed('Enter an e-mail address.', addressForm, addressFault)

export const passwordField = formed('Choose a password.', opaqueString, (password) => {
  const length = lengthOf(password)
  if (length < MIN_PASSWORD_LENGTH) {
    return `A password needs at least ${MIN_PASSWORD_LENGTH} characters.`
  }
  return length > MAX_PASSWORD_LENGTH
    ? `A password has at most ${MAX_PASSWORD_LENGTH} characters.`
    : null
})

// What nobody can see is left out without a word. What somebody may have meant, but other people
// would see as something else or as an empty box, is refused.
function nameFault(name: string, typed: string): string | null {
  if (typed.trim() === '') return 'Enter a name.'
  if (typed.includes('\u202e')) {
    return 'The name contains an invisible character that turns the text after it round. Type the name again.'
  }
  if (name === '') return 'A name needs something that can be seen, such as letters.'
  if (name.includes('\ufffd')) {
    return 'The name contains “\ufffd”, which stands for a letter that could not be read. Type this letter again.'
  }
  if (UNREADABLE.test(name)) {
    return 'The name contains a character that other people cannot read. Type the name again without it.'
  }
  if (/\p{M}{9}/u.test(name)) {
    return 'The name has too many marks on one letter. Type the name again without them.'
  }
  return lengthOf(name) > MAX_NAME_LENGTH
    ? `A name has at most ${MAX_NAME_LENGTH} characters.`
    : null
}

/** Private use and unassigned, but for the planes of Chinese characters, which grow every few years. */
const UNREADABLE = /(?![\u{20000}-\u{3fffd}])[\p{Co}\p{Cn}]/u
