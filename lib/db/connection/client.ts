import 'server-only'
import type { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaClient } from '../generated/client'
import { steadyAdapter } from './steady-adapter'
import { SteadyPool } from './steady-pool'

type Connection = { readonly pool: SteadyPool; readonly prisma: PrismaClient }

declare global {
  var steppeDatabase: Connection | undefined
  /** Set by `together`. */
  var steppeTransaction: AsyncLocalStorage<PrismaClient> | undefined
}

function connect(): Connection {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) {
    throw new Error(
      'No database: DATABASE_URL is not set. `npm start` sets it for its own Postgres; commands run through `npx steppe`.',
    )
  }
  const max = Number(process.env.STEPPE_POOL_SIZE ?? 10)
  const pool = new SteadyPool({ connectionString, max })
  return { pool, prisma: new PrismaClient({ adapter: steadyAdapter(pool) }) }
}

// One pool a process: Next loads modules more than once. Opened at the first query, never by `next build`.
function connection(): Connection {
  globalThis.steppeDatabase ??= connect()
  return globalThis.steppeDatabase
}

/** Within `together`, its transaction. */
export const database = (): PrismaClient =>
  globalThis.steppeTransaction?.getStore() ?? connection().prisma
export const databasePool = (): SteadyPool => connection().pool

export async function closeDatabase(): Promise<void> {
  const open = globalThis.steppeDatabase
  globalThis.steppeDatabase = undefined
  if (!open) return
  await open.prisma.$disconnect()
  if (!open.pool.ended) await open.pool.end()
}
