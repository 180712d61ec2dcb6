import 'server-only'

/** The message says what happened, what was kept, and what to do; it is fit to show to a person. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}
