import { text } from 'node:stream/consumers'
import { CommandFailed } from '../command-failed'

/**
 * The password from standard input, or else from STEPPE_PASSWORD; null when none was given. Never
 * from an argument, because other people on the machine can see these.
 */
export async function givenPassword(passwordStdin: boolean | undefined): Promise<string | null> {
  if (!passwordStdin) return process.env.STEPPE_PASSWORD || null
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  if (password) return password
  throw new CommandFailed(
    'Standard input was empty, so there is no password. Nothing was changed. Pass one, for example with `echo "the password" | steppe user …`.',
  )
}
