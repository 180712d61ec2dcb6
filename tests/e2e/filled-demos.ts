import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Once for a run: a place for demos that several files start from (`temporaryApp`), deleted at the end. */
export default function makePlace(): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'steppe-e2e-demos-'))
  // Where Postgres has an account of its own, it keeps its files elsewhere if this is closed to it.
  chmodSync(directory, 0o755)
  process.env.STEPPE_FILLED_DEMOS = directory
  return () => rmSync(directory, { recursive: true, force: true })
}
