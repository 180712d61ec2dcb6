import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/connection/migrate'
import { dropDatabase } from './drop-database'
import { temporaryPostgres } from './temporary-postgres'
import { withClient } from './with-client'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database on the test server, and the prefix of every name this run makes there. */
    testServer: { url: string; prefix: string }
  }
}

/** Vitest global set-up: a server, and on it one migrated database that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.STEPPE_TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await temporaryPostgres()
  const prefix = `steppe_test_${randomBytes(4).toString('hex')}`
  try {
    await makeTemplate(server.url, `${prefix}_template`)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('testServer', { url: server.url, prefix })
  return async () => {
    if (given) await dropAll(given, prefix)
    await server.stop()
  }
}

async function makeTemplate(url: string, name: string): Promise<void> {
  await withClient(url, (client) => client.query(`create database ${name}`))
  const template = new URL(url)
  template.pathname = `/${name}`
  const directory = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
  await migrate({ url: template.href, directory, now: new Date() })
}

async function dropAll(url: string, prefix: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { name } of rows) await dropDatabase(client, name)
  })
}
