import type { WholeScope } from '../server/whole-scope'

/**
 * Runs a command that needs the database, then closes it so that the process can end. Whoever runs
 * the command has the address of the database and may therefore use all of it. Such commands load
 * their verbs only when they run, so that `course check` stays quick and works without a database.
 */
export async function withDatabase<T>(work: (whole: WholeScope) => Promise<T>): Promise<T> {
  const { wholeScope } = await import('../server/whole-scope')
  try {
    return await work(wholeScope())
  } finally {
    const { closeServer } = await import('../server/close')
    await closeServer()
  }
}
