import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { CommandFailed } from './command-failed'
import { withDatabase } from './with-database'

export function register(program: Command): void {
  program
    .command('secret')
    .description(
      'the key that signs the cookies (AUTH_SECRET, or auth-secret in the data directory)',
    )
    .command('replace')
    .description('make the key of this command the one of the database, and sign everybody out')
    .option('--before <file>', 'the file with the key before it, so that second factors go on')
    .action(async ({ before: file }: { readonly before?: string }) => {
      const { replaceSecret } = await import('../server/operate/secret')
      const secret = process.env.AUTH_SECRET ?? ''
      const before = file === undefined ? null : keyIn(file)
      const { sessions, sealed, lost } = await withDatabase((whole) =>
        replaceSecret(whole, { secret, before, now: Date.now() }),
      )
      const lines = [
        `The key of this installation was replaced, and ${sessions} sign-in sessions ended. ` +
          'Everybody has to sign in again. Restart every process of Steppe with the new key.',
        ...(sealed > 0 ? [`${sealed} second factors go on with the app that people have.`] : []),
        ...(lost > 0
          ? [
              `${lost} second factors cannot be read any more: their people need a recovery code, or ` +
                'somebody who removes the second factor.',
            ]
          : []),
      ]
      console.log(lines.join('\n'))
    })
}

function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new CommandFailed(`The file ${file} cannot be read. Nothing was changed.`)
  }
}
