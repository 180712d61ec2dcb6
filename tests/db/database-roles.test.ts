import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { grantApplication } from '@/lib/db/connection/application-role'
import { closeDatabase, database } from '@/lib/db/connection/client'
import { migrate } from '@/lib/db/connection/migrate'
import { MINUTE_MS } from '@/lib/kernel/duration'
import { restoreBackup } from '@/lib/server/backup/restore-backup'
import { scheduledBackup } from '@/lib/server/backup/scheduled-backup'
import { makeRoles, type RolesMade } from '@/lib/server/operate/database-roles'
import { loadSecurity } from '@/lib/server/operate/load-security'
import { keepSecret } from '@/lib/server/operate/secret'
import { wholeScope } from '@/lib/server/whole-scope'
import { root } from '../../bin/support/paths.mjs'
import { blankDatabase, type TestDatabase } from '../support/database'
import { MIGRATIONS } from '../support/release-database'
import { as, DAY, grade, NOON, openScene, send, somebody } from '../support/scene'
import { withClient } from '../support/with-client'

// Roles belong to the whole server, which other tests use too.
const names = { owner: `Of "${process.pid}"`, application: `it's ${process.pid}` }
const roles = { ...names, ownerPassword: "an owner's", applicationPassword: 'an application’s' }
const whole = wholeScope()
let scene: { close: () => Promise<void> }
let blank: TestDatabase
let folder: string
let sceneUrl: string
let adminUrl: string
let made: RolesMade
beforeAll(async () => {
  scene = await openScene()
  blank = await blankDatabase()
  folder = mkdtempSync(join(tmpdir(), 'steppe-roles-'))
  sceneUrl = `${process.env.DATABASE_URL}`
  adminUrl = asAdministrator(sceneUrl)
  await send(await somebody(), NOON, grade(3, NOON))
  await keepSecret(whole, { secret: 'the key', now: NOON - DAY })
  made = await makeRoles(whole, adminUrl, roles)
})
afterAll(async () => {
  await closeDatabase()
  process.env.DATABASE_URL = sceneUrl
  for (const url of [adminUrl, asAdministrator(blank.url)]) {
    await withClient(url, async (client) => {
      for (const name of Object.values(names)) {
        const role = client.escapeIdentifier(name)
        await client.query(`REASSIGN OWNED BY ${role} TO CURRENT_USER; DROP OWNED BY ${role}`)
      }
    })
  }
  await withClient(adminUrl, async (client) => {
    for (const name of Object.values(names)) {
      await client.query(`DROP ROLE ${client.escapeIdentifier(name)}`)
    }
  })
  rmSync(folder, { recursive: true })
  await blank.drop()
  await scene.close()
})

/** The two roles of the containers, in this database and under names of this process. */
async function rolesOfContainers(url: string) {
  const file = readFileSync(join(root, 'deploy', 'docker', 'make-roles.sql'), 'utf8')
  const named = { owner: `steppe_owner_${process.pid}`, application: `steppe_app_${process.pid}` }
  const sql = file
    .replaceAll(/^\\.*\n/gm, '')
    .replaceAll(/:'(\w+)_password'/g, "'of the $1'")
    .replaceAll('DATABASE steppe ', `DATABASE "${new URL(url).pathname.slice(1)}" `)
    .replaceAll(/\bsteppe_(owner|app)\b/g, `steppe_$1_${process.pid}`)
  await withClient(url, (client) => client.query(sql))
  const as = (name: string, password: string) => {
    const address = new URL(url)
    address.username = name
    address.password = password
    return address.href
  }
  return {
    names: Object.values(named),
    ownerUrl: as(named.owner, 'of the owner'),
    applicationUrl: as(named.application, 'of the application'),
  }
}

/** On the Postgres of the tests, the role of a test may not make roles, and `postgres` may. */
function asAdministrator(url: string): string {
  const administrator = new URL(url)
  administrator.username = 'postgres'
  return administrator.href
}

const judge = async (subject: string, url: string) => {
  const judged = await loadSecurity(whole, { now: NOON, env: { DATABASE_URL: url } })
  return judged.find((each) => each.subject === subject)
}
const ROLE = 'Role of the web server in the database'

describe('the two roles that the command makes', () => {
  test('own every table, type and function of Steppe, or use them', async () => {
    const { rows } = await withClient(adminUrl, (client) =>
      client.query(
        `select distinct owner::regrole::text as name from (
           select relowner from pg_class where relnamespace = 'public'::regnamespace
           union all select typowner from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'
           union all select proowner from pg_proc where pronamespace = 'public'::regnamespace
         ) as things(owner)`,
      ),
    )
    expect(rows).toEqual([{ name: `"${names.owner.replaceAll('"', '""')}"` }])
    const grant = { ownerUrl: made.ownerUrl, applicationUrl: made.applicationUrl }
    expect(await grantApplication(grant)).toBe(true)
    expect(await grantApplication(grant)).toBe(false)
  })

  test('are made once, and get new passwords when asked again', async () => {
    const again = await makeRoles(whole, adminUrl, { ...roles, ownerPassword: 'another' })
    expect(again.ownerUrl).not.toBe(made.ownerUrl)
    made = await makeRoles(whole, adminUrl, roles)
  })

  test('are refused to a role that may not make roles, and nothing changes', async () => {
    await expect(makeRoles(whole, made.applicationUrl, roles)).rejects.toThrow(
      /Nothing was changed/,
    )
  })

  test('turn what the security check calls weak into what is in order', async () => {
    await closeDatabase()
    process.env.DATABASE_URL = made.applicationUrl
    expect(await judge(ROLE, made.ownerUrl)).toMatchObject({ is: 'weak' })
    expect(await judge(ROLE, made.applicationUrl)).toMatchObject({ is: 'good' })
  })

  test('let the application make the daily backup, which the owner restores and the application uses', async () => {
    await closeDatabase()
    process.env.DATABASE_URL = made.applicationUrl
    const now = NOON + DAY
    const told = await scheduledBackup(whole, {
      settings: { kind: 'on', folder, time: 60, program: null, trialUpToRows: 0 },
      url: made.applicationUrl,
      now,
      clock: () => now,
    })
    expect(told).toMatch(/^made /)
    const { file } = await database().backupRun.findFirstOrThrow()
    await closeDatabase()

    const other = await makeRoles(whole, asAdministrator(blank.url), roles)
    const restore = (url: string) =>
      restoreBackup(whole, {
        ...{ url, path: file ?? '', migrations: MIGRATIONS, replace: false },
        now: now + MINUTE_MS,
      })
    await expect(restore(other.applicationUrl)).rejects.toThrow(/The role of the database must own/)
    await restore(other.ownerUrl)
    await grantApplication({ ownerUrl: other.ownerUrl, applicationUrl: other.applicationUrl })
    process.env.DATABASE_URL = other.applicationUrl
    expect(await database().reviewEvent.count()).toBe(1)
    expect(JSON.stringify(await send(await somebody(), now, grade(3, now)))).toContain('accepted')
    await expect(as(await somebody())).resolves.toBeDefined()
  })
})

test('the roles of the containers are enough: one makes the tables, and the other owns nothing', async () => {
  const other = await blankDatabase()
  const {
    names: made,
    ownerUrl,
    applicationUrl,
  } = await rolesOfContainers(asAdministrator(other.url))
  try {
    await migrate({ url: ownerUrl, directory: MIGRATIONS, now: new Date(NOON) })
    expect(await grantApplication({ ownerUrl, applicationUrl })).toBe(true)
    await closeDatabase()
    process.env.DATABASE_URL = applicationUrl
    expect(await judge(ROLE, applicationUrl)).toMatchObject({ is: 'good' })
    expect(await judge(ROLE, ownerUrl)).toMatchObject({ is: 'weak' })
    expect(await database().user.count()).toBe(0)
    await expect(
      withClient(applicationUrl, (client) => client.query('create table mine (id int)')),
    ).rejects.toMatchObject({ code: '42501' })
  } finally {
    await closeDatabase()
    process.env.DATABASE_URL = sceneUrl
    await other.drop()
    await withClient(adminUrl, async (client) => {
      for (const name of made) await client.query(`drop role ${client.escapeIdentifier(name)}`)
    })
  }
})
