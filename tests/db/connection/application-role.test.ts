import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantApplication } from '@/lib/db/connection/application-role'
import { closeDatabase, database, databasePool } from '@/lib/db/connection/client'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { changePassword } from '@/lib/server/people/change-password'
import { deleteAccount } from '@/lib/server/people/delete-account'
import { openSession } from '@/lib/server/people/sessions'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, grade, instructing, NOON, openScene, send, somebody } from '../../support/scene'

// The application as its own role, and the owner of the tables beside it.
const role = 'steppe_app'
let scene: { close: () => Promise<void> }
let ownerUrl: string
let applicationUrl: string
beforeAll(async () => {
  scene = await openScene()
  ownerUrl = process.env.DATABASE_URL ?? ''
  // The embedded Postgres has the role. Any other server lets the tests make it, or they cannot run there.
  const known = await owner(`select 1 from pg_roles where rolname = '${role}'`)
  if (known.length === 0) await owner(`create role ${role} login password 'only a test'`)
  const url = new URL(ownerUrl)
  url.username = role
  url.password = 'only a test'
  applicationUrl = url.href
  await closeDatabase()
  process.env.DATABASE_URL = applicationUrl
})
afterAll(async () => {
  await closeDatabase()
  process.env.DATABASE_URL = ownerUrl
  await scene.close()
})

const owner = (sql: string) => run(ownerUrl, sql)
async function run(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const application = (sql: string) => databasePool().query(sql)
const refused = { code: '42501' }

describe('the role of the application', () => {
  test('may do nothing before it was given its rights, which is done once', async () => {
    await expect(application('SELECT 1 FROM "User"')).rejects.toMatchObject(refused)
    expect(await grantApplication({ ownerUrl, applicationUrl })).toBe(true)
    expect(await grantApplication({ ownerUrl, applicationUrl })).toBe(false)
    await expect(application('SELECT 1 FROM "User"')).resolves.toBeDefined()
  })

  test('is enough for answers, accounts, cohorts and the deletion of an account', async () => {
    const userId = await somebody('instructor')
    const sent = await send(userId, NOON, grade(3, NOON))
    expect(JSON.stringify(sent)).toContain('accepted')
    await createCohort(await instructing(userId), { name: 'Of a small role', now: NOON })
    const keep = await openSession({ userId, now: NOON })
    const passwords = { currentPassword: 'none', newPassword: 'a long new passphrase', now: NOON }
    await expect(changePassword(await as(userId), keep, passwords)).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
    const input = { userId, mode: 'erase', certificates: 'revoke', now: NOON } as const
    await deleteAccount(wholeScope(), input)
    expect(await database().reviewEvent.count({ where: { userId } })).toBe(0)
  })

  test.each([
    'UPDATE "AuditEvent" SET "kind" = \'joined\'',
    'DELETE FROM "AuditEvent"',
    'TRUNCATE "AuditEvent"',
    'UPDATE "ReviewEvent" SET "rating" = 4',
    'DELETE FROM "ReviewEvent"',
    'DELETE FROM "ReviewEvent_0"',
    'INSERT INTO "ReviewEvent_0" SELECT * FROM "ReviewEvent"',
    'TRUNCATE "ReviewEvent"',
    'DROP TABLE "AuditEvent"',
    'ALTER TABLE "ReviewEvent" DISABLE TRIGGER ALL',
    'CREATE TABLE "Mine" ("id" int)',
    'DROP TRIGGER "AuditEvent_only_added_to" ON "AuditEvent"',
    'DELETE FROM _prisma_migrations',
    'SET steppe.maintenance = \'on\'; DELETE FROM "AuditEvent"',
    "SET session_replication_role = 'replica'",
    'CREATE OR REPLACE FUNCTION steppe_erase_log(person uuid) RETURNS void LANGUAGE sql AS $$ $$',
  ])('is refused %s', async (sql) => {
    await send(await somebody(), NOON, grade(3, NOON))
    const count =
      'SELECT (SELECT count(*) FROM "AuditEvent") + (SELECT count(*) FROM "ReviewEvent") AS n'
    const before = await owner(count)
    await expect(run(applicationUrl, sql)).rejects.toMatchObject(refused)
    expect(await owner(count)).toEqual(before)
  })

  test('gets the rights to a table of a later release, and loses what it should not have', async () => {
    await owner('CREATE TABLE "Later" ("id" int)')
    await owner(`GRANT UPDATE ON "AuditEvent" TO ${role}`)
    expect(await grantApplication({ ownerUrl, applicationUrl })).toBe(true)
    await expect(application('SELECT 1 FROM "Later"')).resolves.toBeDefined()
    await expect(application('UPDATE "AuditEvent" SET "kind" = \'x\'')).rejects.toMatchObject({
      message: expect.stringContaining('permission denied'),
    })
  })
})

test('one role for both is left as it is', async () => {
  expect(await grantApplication({ ownerUrl, applicationUrl: ownerUrl })).toBe(false)
})
