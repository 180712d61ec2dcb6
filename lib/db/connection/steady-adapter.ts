import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { instantWithOffset } from './instants'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
type Queryable = Pick<Adapter, 'queryRaw' | 'executeRaw'>
type Query = Parameters<Adapter['queryRaw']>[0]
type ArgType = Query['argTypes'][number]

/**
 * Prisma's adapter for a pool, with two differences: it sends instants with their offset, and it
 * looks for tables in the schema that the connection is set to, as statements of our own do.
 */
export function steadyAdapter(pool: Pool): Pick<PrismaPg, 'provider' | 'adapterName' | 'connect'> {
  const { provider, adapterName } = new PrismaPg(pool)
  const connect = async (): Promise<Adapter> => {
    const { rows } = await pool.query<{ schema: string | null }>(
      'select current_schema() as schema',
    )
    const schema = rows[0]?.schema ?? 'public'
    const adapter = sendingOffsets(await new PrismaPg(pool, { schema }).connect())
    const { startTransaction } = adapter
    adapter.startTransaction = async (level) =>
      sendingOffsets(await startTransaction.call(adapter, level))
    return adapter
  }
  return { provider, adapterName, connect }
}

function sendingOffsets<T extends Queryable>(queryable: T): T {
  const { queryRaw, executeRaw } = queryable
  queryable.queryRaw = (query) => queryRaw.call(queryable, withOffsets(query))
  queryable.executeRaw = (query) => executeRaw.call(queryable, withOffsets(query))
  return queryable
}

function withOffsets(query: Query): Query {
  const args = query.args.map((arg, index) =>
    isInstant(query.argTypes[index]) ? withOffset(arg) : arg,
  )
  // As text, because the adapter would take the offset off again.
  const argTypes = query.argTypes.map((type) =>
    isInstant(type) ? { ...type, scalarType: 'string' as const } : type,
  )
  return { ...query, args, argTypes }
}

const isInstant = (type: ArgType | undefined): boolean =>
  type?.scalarType === 'datetime' && !/^(DATE|TIMETZ|TIME)$/.test(type.dbType ?? '')

function withOffset(arg: unknown): unknown {
  if (Array.isArray(arg)) return arg.map(withOffset)
  if (arg instanceof Date) return instantWithOffset(arg)
  return typeof arg === 'string' ? instantWithOffset(new Date(arg)) : arg
}
