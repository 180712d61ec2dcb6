import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { dropDatabase } from './drop-database'
import { withClient } from './with-client'

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A migrated database of one's own: `beforeAll(async () => { database = await testDatabase() })`. */
export function testDatabase(): Promise<TestDatabase> {
  return createDatabase(`template ${inject('testServer').prefix}_template`)
}

/** A database without any table; `options` are of `create database`. */
export function blankDatabase(options = ''): Promise<TestDatabase> {
  return createDatabase(options)
}

async function createDatabase(options: string): Promise<TestDatabase> {
  const { url, prefix } = inject('testServer')
  const name = `${prefix}_${randomBytes(4).toString('hex')}`
  await withClient(url, (client) => client.query(`create database ${name} ${options}`))
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => withClient(url, (client) => dropDatabase(client, name)) }
}
