/** Something the user can act on: printed as it stands, without a stack. */
export class UserError extends Error {}

/**
 * Runs a script's main function; keeps its exit code and makes every failure readable.
 *
 * @param {(args: string[]) => Promise<number | void>} run
 */
export async function main(run) {
  try {
    process.exitCode = (await run(process.argv.slice(2))) ?? 0
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
