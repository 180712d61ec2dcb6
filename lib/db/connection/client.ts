import 'server-only'
import { Pool } from 'pg'
import { PrismaClient } from '../generated/client'
import { steadyAdapter } from './steady-adapter'
import { SteadyClient } from './steady-client'

type Connection = { readonly pool: Pool; readonly prisma: PrismaClient }

declare global {
  var steppeDatabase: Connection | undefined
}

function connect(): Connection {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) {
    throw new Error(
      'No database: DATABASE_URL is not set. `npm start` sets it for its own Postgres; commands run through `npx steppe`.',
    )
  }
  const pool = new Pool({
    connectionString,
    max: Number(process.env.STEPPE_POOL_SIZE ?? 10),
    Client: SteadyClient,
  })
  // An idle connection that the server closes must not end the process; the next query reconnects.
  pool.on('error', () => {})
  return { pool, prisma: new PrismaClient({ adapter: steadyAdapter(pool) }) }
}

// One pool a process: Next loads modules more than once. Opened at the first query, never by `next build`.
function connection(): Connection {
  globalThis.steppeDatabase ??= connect()
  return globalThis.steppeDatabase
}

export const database = (): PrismaClient => connection().prisma
export const databasePool = (): Pool => connection().pool

export async function closeDatabase(): Promise<void> {
  const open = globalThis.steppeDatabase
  globalThis.steppeDatabase = undefined
  globalThis.steppeThrottle = undefined
  if (!open) return
  await open.prisma.$disconnect()
  if (!open.pool.ended) await open.pool.end()
}
