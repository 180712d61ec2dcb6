import { isRefusal } from './command-failed'
import { doNothing, steppe } from './program'

const program = steppe()

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
