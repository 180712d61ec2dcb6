import { Command } from 'commander'
import { register as backup } from './backup'
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

const COMMANDS = [
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
]

/** The command line with all its commands. */
export function steppe(): Command {
  const program = new Command('steppe')
    .description('Steppe: a self-hosted training course for regional-security analysts')
    .showHelpAfterError('(add --help to list the commands)')
  for (const register of COMMANDS) register(program)
  return program
}

/** For whoever only wants to know whether there is such a command with such options. */
export function doNothing(command: Command): void {
  // A group such as `user` does nothing by itself, and says so.
  if (command.commands.length === 0 || command.registeredArguments.length > 0) {
    command.action(() => {})
  }
  for (const each of command.commands) doNothing(each)
}
