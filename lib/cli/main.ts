import { Command } from 'commander'
import { isRefusal } from './command-failed'
import { register as course } from './course'
import { register as demo } from './demo'
import { register as exportTo } from './export'
import { register as log } from './log'
import { register as prepare } from './prepare'
import { register as remind } from './remind'
import { register as user } from './user'

const program = new Command('steppe')
  .description('Steppe: a self-hosted training course for regional-security analysts')
  .showHelpAfterError('(add --help to list the commands)')

for (const register of [course, user, log, exportTo, remind, demo, prepare]) register(program)

try {
  await program.parseAsync()
} catch (error) {
  // A refusal has a message for people. Any other error is a fault in Steppe and keeps its stack
  // trace.
  console.error(isRefusal(error) ? error.message : error)
  process.exitCode = 1
}
