import { good, note, type Rule, type Verdict, weak } from '../rule'

/** As many as 32 random bytes have when they are written as text, less what other forms save. */
const LEAST_CHARACTERS = 32
/** A made-up word uses few different characters; 32 random ones use about 20 of an alphabet of 64. */
const LEAST_DIFFERENT = 10

const MAKE_ONE = 'openssl rand -base64 33'

export const KEY_RULES: readonly Rule[] = [
  {
    subject: 'Key that signs the cookies',
    why: 'Whoever guesses it can sign in as anybody.',
    judge: ({ secret: { text, from } }) => {
      const place = from === 'file' ? 'the file auth-secret of the data directory' : 'AUTH_SECRET'
      const remedy = `Stop Steppe, give it a key made by “${MAKE_ONE}”, and run “npx steppe secret replace”. Everybody has to sign in again.`
      if (text.length < LEAST_CHARACTERS) {
        return weak(`The key in ${place} has only ${text.length} characters.`, remedy)
      }
      if (new Set(text).size < LEAST_DIFFERENT) {
        return weak(`The key in ${place} repeats a few characters.`, remedy)
      }
      return good(`The key comes from ${place} and has ${text.length} characters.`)
    },
  },
  {
    subject: 'File with the key',
    why: 'Other accounts of this machine could read the key and sign in as anybody.',
    judge: ({ secret, files }) =>
      secret.from === 'environment'
        ? good('The key is given by the environment; no file is read.')
        : privateOnly('auth-secret', files.secretFile, 'chmod 600 auth-secret'),
  },
  {
    subject: 'Data directory',
    why: 'It holds the database and the key of this installation.',
    judge: ({ files: { dataDirectory } }) => {
      if (dataDirectory === null) return good('The system keeps no rights of files in this form.')
      if ((dataDirectory & 0o022) === 0) return good('Only its owner may write into it.')
      return weak(
        `Others than its owner may write into it (mode ${octal(dataDirectory)}).`,
        'chmod go-w on the data directory.',
      )
    },
  },
  {
    subject: 'Folder of the backups',
    why: 'A backup contains everything that people entered, and the hashes of their passwords.',
    judge: ({ files: { backupFolder } }) =>
      privateOnly('The folder', backupFolder, 'chmod 700 on it'),
  },
  {
    subject: 'Room on the disk',
    why: 'A full disk stops the database, and with it everybody.',
    judge: ({ files: { freeBytes } }) => {
      if (freeBytes === null) return note('The disk could not be asked.', 'Look at it yourself.')
      const text = `${(freeBytes / 1e9).toFixed(1)} GB are free.`
      if (freeBytes < 1e9) return weak(text, 'Make room, or move STEPPE_DATA_DIR to a larger disk.')
      if (freeBytes < 5e9) return note(text, 'Plan for more room; a backup is not made below 1 GB.')
      return good(text)
    },
  },
]

function privateOnly(name: string, mode: number | null, remedy: string): Verdict {
  if (mode === null) return good('There is none, or the system keeps no rights in this form.')
  if ((mode & 0o077) === 0) return good('Only its owner may read it.')
  return weak(
    `${name} can be reached by others than its owner (mode ${octal(mode)}).`,
    `${remedy}.`,
  )
}

const octal = (mode: number): string => (mode & 0o777).toString(8).padStart(3, '0')
