import type { WholeScope } from '../server/whole-scope'

/**
 * Runs a command that needs the database, and closes it so that the process can end. Whoever runs it
 * holds the address of the database, so the whole of it is theirs. Such commands load their verbs when
 * they run: `course check` stays quick and works without a database.
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
