/**
 * Runs a command that needs the database, and closes it so that the process can end. Such commands
 * load their verbs when they run: `course check` stays quick and works without a database.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    const { closeServer } = await import('../server/close')
    await closeServer()
  }
}
