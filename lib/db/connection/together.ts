import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Prisma, PrismaClient } from '../generated/client'
import { database } from './client'

/** A form that is sent while all connections are busy waits this long, in ms. */
const PATIENCE = { maxWait: 15_000, timeout: 15_000 }

/**
 * Does all that `work` writes through `database()` in one transaction, so that a change and its record
 * in the audit are kept or lost together. A transaction within it becomes a part of it: what that part
 * refuses must be thrown, or what it wrote before is kept. `databasePool()` stays outside.
 */
export function together<T>(work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  globalThis.steppeTransaction ??= new AsyncLocalStorage()
  const within = globalThis.steppeTransaction
  if (within.getStore() !== undefined) return work()
  const client = database()
  return client.$transaction((tx) => within.run(joining(client, tx), work), patience)
}

/** The transaction in the place of the whole client. */
function joining(client: PrismaClient, tx: Prisma.TransactionClient): PrismaClient {
  const joined: PrismaClient = new Proxy(client, {
    get: (_, name) => {
      if (name === '$transaction') return (work: unknown) => part(work, joined)
      const value: unknown = Reflect.get(tx, name, tx)
      return value
    },
  })
  return joined
}

async function part(work: unknown, joined: PrismaClient): Promise<unknown> {
  if (typeof work === 'function') return work(joined)
  if (!Array.isArray(work))
    throw new TypeError('A transaction is a function or a list of statements.')
  const results: unknown[] = []
  for (const statement of work) results.push(await statement)
  return results
}
