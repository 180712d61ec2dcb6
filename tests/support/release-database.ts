import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '@/lib/db/connection/migrate'
import type { FrozenRelease } from './frozen-releases'
import { type FrozenRow, insertRows } from './frozen-rows'
import { withClient } from './with-client'

/** Every migration of this checkout. */
export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** Makes of a blank database what an installation of that release had: its tables, and its rows in them. */
export async function fillAsReleased(
  url: string,
  { migrations, takenAt }: FrozenRelease,
  rows: readonly FrozenRow[],
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'steppe-migrations-'))
  try {
    for (const name of migrations) {
      cpSync(join(MIGRATIONS, name), join(directory, name), { recursive: true })
    }
    await migrate({ url, directory, now: new Date(takenAt) })
  } finally {
    rmSync(directory, { recursive: true })
  }
  await withClient(url, (client) => insertRows(client, rows))
}
