import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { openPostgres } from '../../../bin/support/postgres.mjs'

/**
 * The demo's analysts are in three cohorts: this adds one that holds them all, with the first one's
 * assignments, so that the largest page is measured. Harmless when repeated.
 */
export async function oneCohortOfAll(dataDir: string) {
  const postgres = await openPostgres({ dataDir })
  const db = new Client(postgres.url)
  await db.connect()
  const one = async <Value>(sql: string, values: readonly unknown[] = []): Promise<Value> =>
    Object.values((await db.query(sql, [...values])).rows[0] ?? {})[0] as Value
  try {
    const known = await one<string | undefined>(`SELECT id FROM "Cohort" WHERE name = 'Everybody'`)
    const cohort = known ?? (await make(db))
    return {
      cohort,
      learner: await one<string>(`SELECT id FROM "User" WHERE email = 'dov.marek@demo.example'`),
      assignment: await one<string>(`SELECT id FROM "Assignment" WHERE "cohortId" = $1 LIMIT 1`, [
        cohort,
      ]),
      events: Number(await one(`SELECT count(*) FROM "ReviewEvent"`)),
      megabytes: Number(await one(`SELECT pg_database_size(current_database()) / 1048576`)),
    }
  } finally {
    await db.end()
    await postgres.stop()
  }
}

async function make(db: Client): Promise<string> {
  const id = randomUUID()
  await db.query(
    `INSERT INTO "Cohort" (id, name, "createdAt", "createdById")
    SELECT $1, 'Everybody', "createdAt", "createdById" FROM "Cohort" WHERE name = 'Autumn intake'`,
    [id],
  )
  await db.query(
    `INSERT INTO "Membership" ("userId", "cohortId", role, "joinedAt")
    SELECT DISTINCT ON ("userId") "userId", $1::uuid, role, "joinedAt" FROM "Membership"
    WHERE role = 'learner' OR "userId" =
      (SELECT id FROM "User" WHERE email = 'instructor@demo.example')`,
    [id],
  )
  await db.query(
    `INSERT INTO "Assignment" SELECT gen_random_uuid(), $1, kind, "targetId", "dueDay",
      "dueAfterDays", "targetReadiness", a."createdAt", a."createdById"
    FROM "Assignment" a JOIN "Cohort" c ON c.id = a."cohortId" WHERE c.name = 'Autumn intake'`,
    [id],
  )
  return id
}
