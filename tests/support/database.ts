import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

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
  await execute(url, `create database ${name} ${options}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => execute(url, `drop database ${name} with (force)`) }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
