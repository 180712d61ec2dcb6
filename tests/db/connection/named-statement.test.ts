import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { namedRows } from '@/lib/db/connection/named-statement'
import { type TestDatabase, testDatabase } from '../../support/database'

let database: TestDatabase
let pools: readonly [Pool, Pool]
beforeAll(async () => {
  database = await testDatabase()
  const one = () => new Pool({ connectionString: database.url, max: 1 })
  pools = [one(), one()]
})
afterAll(async () => {
  for (const pool of pools) await pool.end()
  await database.drop()
})

const double = async (pool: Pool, value: number) => {
  const [row] = await namedRows<{ doubled: number }>('SELECT $1::int * 2 AS doubled', [value], pool)
  return row?.doubled
}
const kept = async (pool: Pool): Promise<number> =>
  (await pool.query(`SELECT FROM pg_prepared_statements WHERE name LIKE 'steppe-%'`)).rows.length

test('a statement whose name the server has forgotten is answered, and its pool alone uses no more names', async () => {
  const [forgetful, other] = pools
  expect(await double(forgetful, 2)).toBe(4)
  expect(await kept(forgetful)).toBe(1)
  // What a pooler does that gives each statement another connection.
  await forgetful.query('DEALLOCATE ALL')
  expect(await double(forgetful, 3)).toBe(6)
  expect(await double(forgetful, 4)).toBe(8)
  expect(await kept(forgetful)).toBe(0)
  expect(await double(other, 5)).toBe(10)
  expect(await kept(other)).toBe(1)
})
