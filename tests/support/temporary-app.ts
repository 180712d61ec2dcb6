import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const app = await startApp({ dataDir, program, args, env, node })
  const remove = async () => {
    await app.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...app, dataDir, remove }
}
