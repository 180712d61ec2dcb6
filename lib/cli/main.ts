import { Command } from 'commander'
import { register as backup } from './backup'
import { isRefusal } from './command-failed'
import { register as course } from './course'
import { register as database } from './database'
import { register as demo } from './demo'
import { register as exportTo } from './export'
import { register as log } from './log'
import { register as prepare } from './prepare'
import { register as remind } from './remind'
import { register as restore } from './restore'
import { register as secret } from './secret'
import { register as security } from './security'
import { register as user } from './user'

const program = new Command('steppe')
  .description('Steppe: a self-hosted training course for regional-security analysts')
  .showHelpAfterError('(add --help to list the commands)')

for (const register of [
  course,
  user,
  log,
  exportTo,
  remind,
  backup,
  restore,
  secret,
  security,
  database,
  demo,
  prepare,
])
  register(program)

// Whether somebody has typed a command that there is, before a database is made for it.
if (process.env.STEPPE_ONLY_PARSE) doNothing(program)

try {
  await program.parseAsync()
} catch (error) {
  // A refusal has a message for people. Any other error is a fault in Steppe and keeps its stack
  // trace.
  console.error(isRefusal(error) ? error.message : error)
  process.exitCode = 1
}

function doNothing(command: Command): void {
  // A group such as `user` does nothing by itself, and says so.
  if (command.commands.length === 0 || command.registeredArguments.length > 0) {
    command.action(() => {})
  }
  for (const each of command.commands) doNothing(each)
}
