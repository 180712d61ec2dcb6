import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const STEPPE = fileURLToPath(new URL('../../bin/steppe.mjs', import.meta.url))

/** Runs `steppe ARGS` on a data directory, beside a running server or without one. Throws when it fails. */
export async function steppe(
  dataDir: string,
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(process.execPath, [STEPPE, ...args], {
    env: { ...process.env, ...env, STEPPE_DATA_DIR: dataDir },
  })
  child.stdin.end(input)
  const output = text(child.stdout)
  const errors = text(child.stderr)
  const [code] = await once(child, 'close')
  if (code !== 0)
    throw new Error(`steppe ${args.join(' ')} failed:\n${await output}${await errors}`)
  return output
}

export const createUser = (
  dataDir: string,
  person: { email: string; name: string; role: string; password: string },
): Promise<string> =>
  steppe(
    dataDir,
    [
      'user',
      'create',
      '--email',
      person.email,
      '--name',
      person.name,
      '--role',
      person.role,
      '--password-stdin',
    ],
    person.password,
  )
