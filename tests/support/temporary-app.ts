import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCode } from '../../bin/support/error-code.mjs'
import { type RunningApp, startApp } from './app'

export type TemporaryApp = RunningApp & {
  readonly dataDir: string
  /** Stops the program and deletes its data. */
  readonly remove: () => Promise<void>
}

/** The real program on data of its own. */
export async function temporaryApp(
  program: 'start' | 'demo' = 'start',
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  node = process.execPath,
): Promise<TemporaryApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'steppe-e2e-'))
  // Installations that differ in their settings may meet in one browser, and copies have one key.
  const isPlain = Object.keys(env).length === 0
  const filled = program === 'demo' && isPlain ? await filledDemo(args) : null
  if (filled !== null) execFileSync('cp', ['-a', `${filled}/.`, dataDir])
  const app = await startApp({ dataDir, program, args, env, node })
  const remove = async () => {
    await app.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...app, dataDir, remove }
}

/**
 * The data of a demo of these people, which the first file of a run that asks for it fills (tests/e2e/filled-demos):
 * filling takes most of the time before the first test. Null while another file is just filling it.
 */
async function filledDemo(args: readonly string[]): Promise<string | null> {
  const all = process.env.STEPPE_FILLED_DEMOS
  if (!all) return null
  const filled = join(all, args.join(''))
  // Below a closed folder, root's Postgres keeps its files elsewhere, and there is nothing to copy.
  if (existsSync(filled)) return existsSync(join(filled, 'postgres-18')) ? filled : null
  const dataDir = `${filled}.filling`
  try {
    mkdirSync(dataDir)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return null
    throw error
  }
  const app = await startApp({ dataDir, program: 'demo', args })
  await app.stop()
  renameSync(dataDir, filled)
  return filledDemo(args)
}
