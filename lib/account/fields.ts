import { z } from 'zod'
import { storable } from '../kernel/storable'

// What an account may consist of. Roster, invitation, joining, set-up, settings, administration and
// command line read names, addresses and passwords with these schemas and with no others.

export const MIN_PASSWORD_LENGTH = 10
/** Argon2 reads the whole password. The limit only stops somebody from sending megabytes. */
const MAX_PASSWORD_LENGTH = 200
const MAX_NAME_LENGTH = 120
/** RFC 5321, section 4.5.3.1.3: a path has 256 octets, two of them its angle brackets. */
const MAX_EMAIL_LENGTH = 254

export const nameField = z
  .string('Enter a name.')
  .transform(storable)
  .pipe(
    z
      .string()
      .trim()
      .min(1, 'Enter a name.')
      .max(MAX_NAME_LENGTH, `A name has at most ${MAX_NAME_LENGTH} characters.`),
  )

export const emailField = z
  .string('Enter an e-mail address.')
  .trim()
  .toLowerCase()
  .min(1, 'Enter an e-mail address.')
  .max(MAX_EMAIL_LENGTH, `An e-mail address has at most ${MAX_EMAIL_LENGTH} characters.`)
  .pipe(z.email('This is not a valid e-mail address. It needs the form name@place.'))

export const passwordField = z
  .string('Choose a password.')
  .min(MIN_PASSWORD_LENGTH, `A password needs at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(MAX_PASSWORD_LENGTH, `A password has at most ${MAX_PASSWORD_LENGTH} characters.`)
