import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { databaseTroubleIn, RETRY_AFTER_SECONDS } from '../kernel/database-unavailable'

const present = new AsyncLocalStorage<{ error: unknown }>()

/**
 * next-auth takes an error in a callback for somebody who is not signed in, and takes the cookie away. So
 * its callbacks note a database that cannot be used, and `orUnavailable` answers with that instead.
 */
export async function noting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const store = present.getStore()
    if (store && databaseTroubleIn(error) !== null) store.error = error
    throw error
  }
}

/** What next-auth answers, or 503 without any cookie when its callbacks could not use the database. */
export async function orUnavailable(answer: () => Promise<Response>): Promise<Response> {
  const store: { error: unknown } = { error: undefined }
  const response = await present.run(store, answer)
  if (!(store.error instanceof Error)) return response
  return Response.json(
    { error: `${store.error.message} You stay signed in. Send the request again.` },
    {
      status: 503,
      headers: { 'Cache-Control': 'no-store', 'Retry-After': String(RETRY_AFTER_SECONDS) },
    },
  )
}
