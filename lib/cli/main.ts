import { Command } from 'commander'
import { AppError } from '../kernel/app-error'
import { register as course } from './course'

const program = new Command('steppe')
  .description('Steppe: a self-hosted training course for regional-security analysts')
  .showHelpAfterError('(add --help for what there is)')

course(program)

try {
  await program.parseAsync()
} catch (error) {
  // Refusals are for people and say all there is to say; anything else is a fault of ours.
  console.error(error instanceof AppError ? error.message : error)
  process.exitCode = 1
}
