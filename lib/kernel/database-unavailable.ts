import { DATABASE_DIGESTS } from './database-digest'

/** Why the database cannot do what was asked: nobody who asks can change it, and it passes. */
export type DatabaseTrouble = keyof typeof DATABASE_DIGESTS

export type TroubleWords = { readonly title: string; readonly text: string }

/** Fit to show to a person. What was not done is said by whoever knows it. */
const WORDS: Readonly<Record<DatabaseTrouble, TroubleWords>> = {
  unreachable: {
    title: 'The database does not answer',
    text: 'Steppe cannot reach its database at the moment. This is usual for a minute while the database starts again.',
  },
  'disk-full': {
    title: 'The disk of the database is full',
    text: 'Steppe can read, but it cannot save anything until an administrator has freed space on the disk of the database.',
  },
}

/** How long whoever asked should wait before asking again, in seconds. */
export const RETRY_AFTER_SECONDS = 2

const NAME = 'DatabaseUnavailable'

export class DatabaseUnavailable extends Error {
  override readonly name = NAME
  /** Next would otherwise make one up. This one tells the browser what happened. */
  readonly digest: string

  constructor(
    readonly trouble: DatabaseTrouble,
    options: { readonly cause: unknown },
  ) {
    super(`${WORDS[trouble].title}. ${WORDS[trouble].text}`, options)
    this.digest = DATABASE_DIGESTS[trouble]
  }
}

export const troubleWords = (trouble: DatabaseTrouble): TroubleWords => WORDS[trouble]

const troubleOfDigest = (digest: string): DatabaseTrouble | null => {
  switch (digest) {
    case DATABASE_DIGESTS.unreachable:
      return 'unreachable'
    case DATABASE_DIGESTS['disk-full']:
      return 'disk-full'
    default:
      return null
  }
}

/**
 * The trouble that an error, or what caused it, is about; null for any other error. By name, because a
 * server loads this class several times and the pool is shared; next-auth wraps what was thrown in `err`.
 */
export function databaseTroubleIn(error: unknown): DatabaseTrouble | null {
  for (let each = error; typeof each === 'object' && each !== null; each = causeOf(each)) {
    if ('name' in each && each.name === NAME && 'digest' in each) {
      return troubleOfDigest(String(each.digest))
    }
  }
  return null
}

function causeOf(error: object): unknown {
  if ('cause' in error) return error.cause
  return 'err' in error ? error.err : undefined
}
