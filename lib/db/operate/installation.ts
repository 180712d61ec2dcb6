import 'server-only'
import { z } from 'zod'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'

const found = z.object({ found: z.boolean() })

/** Null when there is none yet, also on a database from before it was kept. */
export async function storedSecretHash(): Promise<string | null> {
  const [row] = await rowsOf(found)`SELECT to_regclass('"Installation"') IS NOT NULL AS "found"`
  if (!row?.found) return null
  return (await database().installation.findUnique({ where: { id: 1 } }))?.secretHash ?? null
}

const kept = z.object({ secretHash: z.string() })

/** Stores `secretHash` unless there is one, and returns the stored one: of several, that of the first. */
export async function keepSecretHash(secretHash: string, now: number): Promise<string> {
  // The update that changes nothing waits for another start that is just inserting, and sees its row.
  const [row] = await rowsOf(kept)`
    INSERT INTO "Installation" AS i ("id", "since", "secretHash")
    VALUES (1, ${new Date(now)}, ${secretHash})
    ON CONFLICT ("id") DO UPDATE SET "secretHash" = COALESCE(i."secretHash", excluded."secretHash")
    RETURNING "secretHash"`
  if (!row) throw new Error('The row of the installation was not written.')
  return row.secretHash
}

/** Stores another one and ends every sign-in session, whose cookies the new key cannot read. */
export async function replaceSecretHash(secretHash: string, now: number): Promise<number> {
  const db = database()
  const [, { count }] = await db.$transaction([
    db.installation.upsert({
      where: { id: 1 },
      create: { id: 1, since: new Date(now), secretHash },
      update: { secretHash },
    }),
    db.session.deleteMany(),
  ])
  return count
}

/** Since when this version or a later one runs here (ms); null until its first start. */
export async function installedSince(): Promise<number | null> {
  const row = await database().installation.findUnique({ where: { id: 1 } })
  return row?.since.getTime() ?? null
}

/** When the data was last restored from a backup, and the instant at which that backup was made. */
export async function lastRestore(): Promise<{ at: number; madeAt: string } | null> {
  const row = await database().installation.findUnique({ where: { id: 1 } })
  if (!row?.restoredAt) return null
  return { at: row.restoredAt.getTime(), madeAt: row.restoredFrom ?? '' }
}
