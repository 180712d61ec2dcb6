import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/db/connection/client'
import { checkReady } from '@/lib/server/operate/check-ready'
import { prepareDatabase } from '@/lib/server/operate/prepare-database'
import { wholeScope } from '@/lib/server/whole-scope'
import { altered, alteredRole, withOptions } from '../../support/altered-database'
import { blankDatabase } from '../../support/database'
import { pgbouncer, pgbouncerMissing } from '../../support/pgbouncer'
import { MIGRATIONS } from '../../support/release-database'
import { grade, NOON, send, somebody } from '../../support/scene'
import { withClient } from '../../support/with-client'

const COURSE = fileURLToPath(new URL('../../fixtures/course', import.meta.url))
const ending: (() => Promise<void>)[] = []
afterEach(async () => {
  await closeDatabase()
  globalThis.steppeCourse = undefined
  delete process.env.DATABASE_URL
  for (const end of ending.splice(0)) await end()
})

async function blank(options = ''): Promise<string> {
  const { url, drop } = await blankDatabase(options)
  ending.push(drop)
  return url
}

const prepare = (url: string) => {
  process.env.DATABASE_URL = url
  const folders = { migrations: MIGRATIONS, course: COURSE }
  return prepareDatabase(wholeScope(), {
    url,
    ...folders,
    compiled: null,
    secret: 'a key',
    now: NOON,
  })
}

test.each<[string, string, (url: string) => Promise<string> | string]>([
  [
    'that takes no changes',
    'takes no changes',
    (url) => altered(url, 'default_transaction_read_only to on'),
  ],
  [
    'that shortens numbers',
    'extra_float_digits',
    (url) => alteredRole(url, 'extra_float_digits to -5'),
  ],
  [
    'whose search_path leads nowhere',
    'search_path',
    (url) => withOptions(url, '-c search_path=nowhere'),
  ],
  ['with a schema in its address', 'search_path%3Dsteppe', (url) => `${url}&schema=steppe`],
])('a database %s is refused with words, and nothing is written', async (_, words, way) => {
  const url = await blank()
  await expect(prepare(await way(url))).rejects.toThrow(words)
  await expect(checkReady({ timeoutMs: 3000 })).resolves.toEqual({
    status: 'not_ready',
    missing: 'database_settings',
    detail: expect.stringContaining(words),
  })
  await withClient(url, async (client) => {
    const { rows } = await client.query(`select to_regclass('_prisma_migrations') as made`)
    expect(rows).toEqual([{ made: null }])
  })
})

test('a database that cannot store every letter is refused with words', async () => {
  const url = await blank(`encoding 'LATIN1' locale 'C' template template0`)
  await expect(prepare(url)).rejects.toThrow('its encoding is not UTF8')
})

test('tables are made, filled and read in the schema that search_path names', async () => {
  const url = await blank()
  await withClient(url, (client) => client.query('create schema steppe'))
  await prepare(withOptions(url, '-c search_path=steppe'))
  const id = await somebody()
  await send(id, NOON, grade(3, NOON))
  expect(await database().card.count({ where: { userId: id } })).toBe(1)
  await withClient(url, async (client) => {
    const { rows } = await client.query(
      `select table_schema as schema, count(*)::int > 20 as many from information_schema.tables
       where table_schema in ('public', 'steppe') group by 1`,
    )
    expect(rows).toEqual([{ schema: 'steppe', many: true }])
  })
})

const missing = await pgbouncerMissing()
test.skipIf(missing !== null)(
  `a blank database is prepared through PgBouncer in transaction mode${missing ? ` (${missing})` : ''}`,
  async () => {
    const pooler = await pgbouncer(await blank(), ['pool_mode = transaction'])
    ending.unshift(pooler.stop)
    const { published, setupPath } = await prepare(pooler.url)
    expect(published.outcome).toBe('published')
    expect(setupPath).toMatch(/^\/setup\//)
    expect((await prepare(pooler.url)).migrations).toEqual([])
  },
)

test('a database that was away at the first question is used when it is back', async () => {
  const url = await blank()
  await prepare(url)
  const { pathname } = new URL(url)
  await closeDatabase()
  await withClient(withDatabase(url, '/postgres'), (client) =>
    client.query(`alter database ${pathname.slice(1)} with allow_connections false`),
  )
  await expect(database().user.count()).rejects.toThrow()
  await withClient(withDatabase(url, '/postgres'), (client) =>
    client.query(`alter database ${pathname.slice(1)} with allow_connections true`),
  )
  expect(await database().user.count()).toBe(0)
})

function withDatabase(url: string, pathname: string): string {
  const changed = new URL(url)
  changed.pathname = pathname
  return changed.href
}

test('an address in Prisma’s manner that names the schema public is taken', async () => {
  await prepare(`${await blank()}&schema=public`)
  await expect(checkReady({ timeoutMs: 3000 })).resolves.toMatchObject({ status: 'ready' })
})
